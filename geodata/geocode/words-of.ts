import { pinyinOf } from './pinyin.ts';

const ENGLISH: readonly (readonly [ending: RegExp, words: readonly string[]])[] = [
  [/市$/, ['city', 'shi']],
  [/新区$/, ['new area', 'new district', 'xinqu', 'district']],
  [/区$/, ['district', 'dist', 'qu', 'city', 'shi']],
  [/县$/, ['county', 'xian']],
  [/省$/, ['province', 'prov']],
];

/** How a name is written in Latin letters in an address, words run together or not: haimen city, haimencity, haimen shi. */
export function wordsOf(stem: string, name: string): string[] {
  const letters = pinyinOf(stem).split('|')[0] ?? '';
  const endings = ENGLISH.find(([ending]) => ending.test(name))?.[1] ?? [];
  return endings.flatMap((ending) => [
    `${letters}${ending.replaceAll(' ', '')}`,
    `${letters}|${ending.replaceAll(' ', '|')}`,
  ]);
}

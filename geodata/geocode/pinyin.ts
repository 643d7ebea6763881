import { pinyin } from 'pinyin-pro';

const MARKS = /\p{M}+/gu;

/**
 * What a name is found by when typed in Latin letters: the syllables without tones in one piece, a bar, the initials.
 * 罗墩 → `luodun|ld`; words in Latin letters stay as they are without diacritics: Parañaque → `paranaque|p`. ü is written v.
 */
export function pinyinOf(name: string): string {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  const words = syllables.flatMap((part) => plain(part).split(' ')).filter((word) => word !== '');
  return `${words.join('')}|${words.map((word) => word[0]).join('')}`;
}

const readings = new Map<string, readonly string[]>();

/** Every way in which one character is read, without tones; the character itself where it is not Chinese. */
export function readingsOf(character: string): readonly string[] {
  let known = readings.get(character);
  if (known === undefined) {
    known = [...new Set(pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true }))];
    readings.set(character, known);
  }
  return known;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

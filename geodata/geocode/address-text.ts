/** Stands for punctuation and brackets, across which no name runs. */
const BREAK = '|';

/** Whatever goes on longer than this is no longer an address. */
const LONGEST = 200;
const PLAIN = /^[\p{Script=Han}0-9]+$/u;

/**
 * The forms in which an address is searched: half-width, brackets and punctuation as breaks, white space first as breaks too
 * (江苏 罗墩村), then as nothing (罗 墩 村).
 */
export function addressTexts(address: string): string[] {
  if (address.length <= LONGEST && PLAIN.test(address)) return [address];
  const text = address
    .slice(0, LONGEST)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}]+/gu, BREAK)
    .trim();
  if (!/\s/.test(text)) return [text];
  return [text.replace(/\s+/g, BREAK), text.replace(/\s+/g, '')];
}

const ALPHANUMERIC = /[a-z0-9]/;
/** Where a name may begin: after a break, a Latin letter or digit, or the last character of an administrative or house unit. */
const BEFORE_NAME = /[|a-z0-9省市县旗区镇乡道处号组队幢与及]/;

export function mayBeginAt(text: string, at: number): boolean {
  return at === 0 || (BEFORE_NAME.test(text[at - 1] as string) && !splitsWord(text, at));
}

/** Whether a position lies within a number or a word in Latin letters. */
export function splitsWord(text: string, at: number): boolean {
  return (
    at > 0 && at < text.length && ALPHANUMERIC.test(text[at - 1] as string) && ALPHANUMERIC.test(text[at] as string)
  );
}

/** Follows a name that is only part of the name of a road: 尚湖大道, 旗杆村路. */
export const ROAD = /(?:[东南西北中一二三]{0,2})(?:路|街(?!道)|巷|弄|大道|大街)/y;

const NUMBER = '[0-9一二三四五六七八九十百]';
/**
 * What may follow a village's bare name: the end, a break, a number, a group (十二组), or a natural village of two to four
 * characters with its house number (陈家宅23号). 新光纺织厂 or 罗墩塘 are other things.
 */
export const AFTER_BARE_NAME = new RegExp(
  `$|\\||[a-z0-9]|${NUMBER}+(?:村民小组|组|队|社|幢|号)|(?!新村|小区)(?:\\p{Script=Han}(?<![路街巷弄道厂店校院司桥河港镇乡县市区])){2,4}${NUMBER}`,
  'uy',
);

/** Whether a sticky pattern matches at a position. */
export function follows(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

import type { Mention } from './find-mentions.ts';
import { PROVINCE } from './provinces.ts';

const COUNTY = /\p{Script=Han}{2,}(?:县|旗)$/u;
const CITY = /\p{Script=Han}{2,}?市/gu;

/**
 * Whether a county that is not known stands before the first known name: 道真县城关镇东风村 names a town as there is one here too,
 * and is in another county. One 市 may be the prefecture (遵义市丰乐镇) and says nothing.
 */
export function namesForeignCounty(text: string, mentions: readonly Mention[]): boolean {
  const first = mentions[0]?.start ?? 0;
  if (first < 3) return false;
  const before = text.slice(PROVINCE.exec(text)?.[0].length ?? 0, first);
  if (COUNTY.test(before)) return true;
  const cities = before.match(CITY)?.map((name) => name.replace(PROVINCE, ''));
  return cities !== undefined && new Set(cities).size > 1;
}

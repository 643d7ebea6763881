import { mayBeginAt } from './address-text.ts';
import { LIKENESSES } from './create-likenesses.ts';
import type { Mention } from './find-mentions.ts';
import type { HeardSuperior } from './finding.ts';
import type { GazetteerNames } from './gazetteer.ts';

const TOWN = /镇|乡|街道|苏木/g;
const TOWN_OR_COUNTY = /镇|乡|街道|苏木|县(?!道)|市(?!场|民|区)|区|旗(?!杆)/g;
const COUNTY = /[县市旗]/;
/** Wherever these stand before a village, they end the name of its town; 乡 and 区 end other words too. */
const SURELY_TOWN = /镇|街道|苏木/;
const LONGEST = 8;
/** Words that end like a district and are none. */
const NO_DISTRICT = /(?:社|小|园|新|发|山|景|林|片|厂|校)区$/;
/** Where no village is known by its name, the prefix ends at the latest where a village's name or a number would. */
const PREFIX_END = /[村0-9]/;

/**
 * The town or county that an address names and the gazetteer does not know by that name. By its sound or look it may be a known one
 * (上湖镇 for 尚湖镇). Otherwise `unknown` when it stands right before the village's name, or when no village is known
 * by its name either; null when there is no such town.
 */
export function otherSuperior(
  text: string,
  mentions: readonly Mention[],
  known: GazetteerNames,
): HeardSuperior | 'unknown' | null {
  const village = mentions.find(({ units, superiors }) => units.length > 0 && superiors.length === 0)?.start;
  const until = village ?? text.length;
  const from = Math.max(0, ...mentions.filter(({ end }) => end <= until).map(({ end }) => end));
  const rest = text.slice(from, until);
  const prefix = village === undefined ? (rest.split(PREFIX_END)[0] ?? '') : rest;
  let outcome: 'unknown' | null = null;
  for (const { 0: ending, index } of prefix.matchAll(from > 0 ? TOWN : TOWN_OR_COUNTY)) {
    if (index < 2 || NO_DISTRICT.test(prefix.slice(0, index + ending.length))) continue;
    const heard = soundsLike(text, { from, end: from + index }, known);
    if (heard !== null) return { ...heard, end: heard.end + ending.length };
    // What is called as a town of ours but lies in another county is none of ours: 昆山市玉山镇 is not 虞山.
    if (COUNTY.test(ending)) return 'unknown';
    const last = index + ending.length === prefix.length;
    if (village === undefined || last || SURELY_TOWN.test(ending)) outcome = 'unknown';
  }
  return outcome;
}

function soundsLike(
  text: string,
  { from, end }: { from: number; end: number },
  known: GazetteerNames,
): HeardSuperior | null {
  for (let start = Math.max(from, end - LONGEST); start <= end - 2; start += 1) {
    if (start !== from && !mayBeginAt(text, start)) continue;
    for (const how of LIKENESSES) {
      const ids = known.superiorLikenesses().find(text.slice(start, end), how);
      if (ids.size === 1) return { ids, start, end };
    }
  }
  return null;
}

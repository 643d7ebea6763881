import { mayBeginAt } from './address-text.ts';
import type { Mention } from './find-mentions.ts';
import type { GazetteerNames } from './gazetteer.ts';

const TOWN = /镇|乡|街道/g;
const TOWN_OR_COUNTY = /镇|乡|街道|县|市|区/g;
/** Words that end like a district and are none. */
const NO_DISTRICT = /(?:社|小|园|新|发|山|景|林|片|厂|校)区$/;
/** Where no village is known by its name, the prefix ends at the latest where a village's name or a number would. */
const PREFIX_END = /[村|0-9]/;

/**
 * The town or county that an address names and the gazetteer does not know by that name. By its sound it may be a known one
 * (上湖镇 for 尚湖镇): its ids. Otherwise `unknown` when it stands right before the village's name, or when no village is known
 * by its name either; null when there is no such town.
 */
export function otherSuperior(
  text: string,
  mentions: readonly Mention[],
  known: GazetteerNames,
): ReadonlySet<number> | 'unknown' | null {
  const village = mentions.find(({ units, superiors }) => units.length > 0 && superiors.length === 0)?.start;
  const until = village ?? text.length;
  const from = Math.max(0, ...mentions.filter(({ end }) => end <= until).map(({ end }) => end));
  const rest = text.slice(from, until);
  const prefix = village === undefined ? (rest.split(PREFIX_END)[0] ?? '') : rest;
  let outcome: 'unknown' | null = null;
  for (const { 0: ending, index } of prefix.matchAll(from > 0 ? TOWN : TOWN_OR_COUNTY)) {
    if (index < 2 || NO_DISTRICT.test(prefix.slice(0, index + ending.length))) continue;
    const heard = soundsLike(text, { from, end: from + index }, known);
    if (heard !== null) return heard;
    if (village === undefined || index + ending.length === prefix.length) outcome = 'unknown';
  }
  return outcome;
}

function soundsLike(
  text: string,
  { from, end }: { from: number; end: number },
  known: GazetteerNames,
): ReadonlySet<number> | null {
  for (let start = Math.max(from, end - 4); start <= end - 2; start += 1) {
    if (start !== from && !mayBeginAt(text, start)) continue;
    const heard = known.superiorSounds().find(text.slice(start, end));
    if (heard.size === 1) return heard;
  }
  return null;
}

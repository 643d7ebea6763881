import { AFTER_BARE_NAME, follows, mayBeginAt } from './address-text.ts';
import type { Mention } from './find-mentions.ts';
import type { AddressMatch, GazetteerNames } from './gazetteer.ts';
import type { Scope } from './match-address.ts';

const ENDING = /(?:村|社区|居委)(?!路|街(?!道)|巷|弄|大道|大街)/y;
const HAN = /\p{Script=Han}/u;
const LONGEST = 16;

/**
 * Looks for a name by its sound where none is written right: 尚湖镇罗敦村. The written name must fill all the room between
 * the prefix and its ending; without an ending it counts only where the town (or county) is named. Only one unit may sound so.
 */
export function matchHomophone(
  text: string,
  place: { mentions: readonly Mention[]; scope: Scope; narrowed: boolean },
  known: GazetteerNames,
): AddressMatch {
  const { mentions, scope, narrowed } = place;
  const ends = new Set(mentions.map(({ end }) => end));
  for (let start = 0; start < text.length; start += 1) {
    if (!ends.has(start) && !mayBeginAt(text, start)) continue;
    // A name that is written right has been considered already, and was refused for good reason.
    const right = new Set(known.names.matchesAt(text, start).map(({ end }) => end));
    for (const end of nameEnds(text, start, narrowed).filter((end) => !right.has(end))) {
      const heard = [...known.unitSounds().find(text.slice(start, end))].filter(scope);
      if (heard.length > 1) return { problem: 'address-ambiguous' };
      if (heard[0] !== undefined) return { areaId: heard[0], how: 'homophone' };
    }
  }
  return { problem: 'address-not-matched' };
}

/** Where a name of two characters or more from `start` may end, nearest first. */
function nameEnds(text: string, start: number, bare: boolean): number[] {
  const ends: number[] = [];
  for (let end = start + 1; end <= Math.min(start + LONGEST, text.length); end += 1) {
    if (!HAN.test(text[end - 1] as string)) break;
    if (end - start < 2) continue;
    if (follows(ENDING, text, end) || (bare && follows(AFTER_BARE_NAME, text, end))) ends.push(end);
  }
  return ends;
}

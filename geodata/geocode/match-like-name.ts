import { AFTER_BARE_NAME, follows, mayBeginAt } from './address-text.ts';
import { LIKENESSES, type Likeness } from './create-likenesses.ts';
import { endingAt } from './find-mentions.ts';
import type { Finding, Outcome, Stretch } from './finding.ts';
import type { GazetteerNames } from './gazetteer.ts';

const ENDING = /(?:嘎查|村|社区|居委)(?!路|街(?!道)|巷|弄|大道|大街)/y;
const HAN = /\p{Script=Han}/u;
const LONGEST = 16;

/**
 * Looks for a name that is like the one written where none is written right: 尚湖镇罗敦村. The written name must fill all the
 * room between the prefix and its ending (with `bare`, one without 村 counts too); one that only looks or nearly sounds alike
 * counts where the town is named. Only one unit may be meant.
 */
export function matchLikeName(finding: Omit<Finding, 'outcome'>, known: GazetteerNames, bare: boolean): Outcome {
  const { scope, superiors } = finding;
  const narrowed = superiors.some((id) => known.isParent(id));
  for (const how of narrowed ? LIKENESSES : (['sound'] as const)) {
    for (const at of likeStretches(finding, known, bare)) {
      const units = [...likeAt(finding.text, at, how, known)].filter(scope);
      if (units[0] === undefined) continue;
      if (units.length === 1) return { is: 'found', by: how, unit: units[0], at: withEnding(finding.text, at) };
      return { is: 'ambiguous', units: units.map((unit) => ({ unit, kind: null, how: 'name', at })) };
    }
  }
  return { is: 'nowhere' };
}

const withEnding = (text: string, { start, end }: Stretch): Stretch => ({
  start,
  end: endingAt(text, end)?.end ?? end,
});

export const likeAt = (text: string, { start, end }: Stretch, how: Likeness, known: GazetteerNames) =>
  known.unitLikenesses().find(text.slice(start, end), how);

/** Where a name of two characters or more may stand that is not known as it is written; with `bare` also without 村. */
export function likeStretches(
  { text, mentions, heard }: Pick<Finding, 'text' | 'mentions' | 'heard'>,
  known: GazetteerNames,
  bare: boolean,
): Stretch[] {
  const ends = new Set(mentions.map(({ end }) => end));
  if (heard !== null) ends.add(heard.end);
  const stretches: Stretch[] = [];
  for (let start = 0; start < text.length; start += 1) {
    if (!ends.has(start) && !mayBeginAt(text, start)) continue;
    // A name that is written right has been considered already, and was refused for good reason.
    const right = new Set(known.names.matchesAt(text, start).map(({ end }) => end));
    for (const end of nameEnds(text, start, bare)) if (!right.has(end)) stretches.push({ start, end });
  }
  return stretches;
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

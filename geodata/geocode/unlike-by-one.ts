import type { GazetteerNames } from './gazetteer.ts';

const SHORTEST = 2;

/**
 * The units of the named towns whose bare name differs from the written one in a single character. Never enough to place a
 * record (东湖 and 西湖 are two villages), but what a person wants to see who checks it.
 */
export function stemsUnlikeByOne(written: string, superiors: readonly number[], known: GazetteerNames): number[] {
  if (written.length < SHORTEST) return [];
  const units = superiors.filter(known.isParent).flatMap((town) => known.stemsWithin(town));
  return units.filter(([stem]) => differInOne(stem, written)).map(([, unit]) => unit);
}

function differInOne(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let differences = 0;
  for (let at = 0; at < a.length && differences < 2; at += 1) if (a[at] !== b[at]) differences += 1;
  return differences === 1;
}

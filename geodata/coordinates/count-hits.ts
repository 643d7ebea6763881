import type { CrsProposal } from '../model/crs-api.ts';
import { knownSystem } from './known-systems.ts';
import type { Pair, TestLevel } from './sample.ts';

export interface Hits {
  readonly inside: number;
  readonly agreeing: number;
}

/** How many pairs fall inside areas of a level under a hypothesis, and how many inside the area that their row names. */
export function countHits(pairs: readonly Pair[], { crs, swapped }: CrsProposal, { locator }: TestLevel): Hits {
  const { toWgs84 } = knownSystem(crs);
  let [inside, agreeing] = [0, 0];
  for (const { x, y, named } of pairs) {
    const position = swapped ? toWgs84(y, x) : toWgs84(x, y);
    const id = position === null ? null : locator.locate(position);
    if (id === null) continue;
    inside += 1;
    if (named.includes(id)) agreeing += 1;
  }
  return { inside, agreeing };
}

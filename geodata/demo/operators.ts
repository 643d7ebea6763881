import type { Cast } from './cast.ts';
import type { CountyDivision } from './county-division.ts';
import { inventNames } from './person-name.ts';
import { Random } from './random.ts';

/** The sellers of a county by index. */
export interface Operators {
  readonly names: readonly string[];
  /** Of each town. */
  readonly byTown: readonly (readonly number[])[];
}

const PER_TOWN = [28, 42] as const;

/** Sellers as a town of its kind has them: two in the remote town, one in a zone. All have names of their own. */
export function hireOperators(county: CountyDivision, cast: Cast, seed: number): Operators {
  const random = Random.of(seed, 'operators');
  const counts = county.towns.map((_, t) => {
    const usual = random.whole(...PER_TOWN);
    if (cast.zones.has(t)) return 1;
    return t === cast.remoteTown ? 2 : usual;
  });
  const names = inventNames(
    counts.reduce((a, b) => a + b, 0),
    random,
  );
  let next = 0;
  const byTown = counts.map((count) => Array.from({ length: count }, () => next++));
  return { names, byTown };
}

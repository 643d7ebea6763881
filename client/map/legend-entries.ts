import type { AreaGroup } from './area-groups.ts';
import type { ColourScale } from './colour-scale.ts';
import type { Colour } from './palette.ts';
import type { Pattern } from './pattern.ts';

export interface LegendEntry {
  readonly id: string;
  readonly colour: Colour;
  readonly pattern: Pattern | null;
  readonly from: number | null;
  readonly until: number | null;
  /** How many areas or cells look so. */
  readonly count: number;
}

/** Entries for areas. Classes of the scale are listed even when empty; the looks of missing values only when in use. */
export function entriesOfGroups(groups: readonly AreaGroup[]): LegendEntry[] {
  return groups
    .map(({ codes, ...look }) => ({ ...look, count: codes.length }))
    .filter(({ id, count }) => count > 0 || !['zero', 'few', 'unknown'].includes(id));
}

/** Entries for cells from the number of cells in each class, in the order of the scale's classes. Hexagons have no patterns. */
export function entriesOfCounts(scale: ColourScale, counts: readonly number[]): LegendEntry[] {
  return scale.classes
    .map((each, index) => ({
      id: each.id,
      colour: each.colour,
      pattern: null,
      from: 'from' in each ? each.from : null,
      until: 'until' in each ? each.until : null,
      count: counts[index] ?? 0,
    }))
    .filter(({ id, count }) => count > 0 || !['zero', 'few', 'unknown'].includes(id));
}

import type { Position } from '../model/place.ts';
import type { DemoVillage, Hamlet } from './demo-village.ts';
import type { Plane } from './plane.ts';
import { keyed } from './random.ts';

/** Where a household lives. */
export interface House {
  readonly hamlet: Hamlet;
  /** The villagers' group, counted from 1; one for each natural village. */
  readonly group: number;
  readonly number: number;
}

/** The house of a household: the same in every record of it. */
export function houseOf(village: DemoVillage, household: number): House {
  const at = household % village.hamlets.length;
  const number = Math.floor(household / village.hamlets.length) + 1;
  return { hamlet: village.hamlets[at] as Hamlet, group: at + 1, number };
}

/** WGS84: somewhere along the row, a little off its line, never outside the hamlet's disc. */
export function positionOf(village: DemoVillage, household: number, plane: Plane): Position {
  const { x, y, radius, bearing } = houseOf(village, household).hamlet;
  const along = 2 * keyed(village.index, household, 11) - 1;
  const aside = (0.5 * keyed(village.index, household, 12) - 0.25) * Math.sqrt(1 - along ** 2);
  const [cos, sin] = [Math.cos(bearing), Math.sin(bearing)];
  return plane.toPosition(x + radius * (along * cos - aside * sin), y + radius * (along * sin + aside * cos));
}

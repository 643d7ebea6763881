import type { Area, Level } from '../model/area.ts';
import type { Position } from '../model/place.ts';
import type { Gazetteer } from './gazetteer.ts';

/** Finds the area of one level that covers a position, by id; null where none does. */
export interface AreaLocator {
  locate(position: Position): number | null;
}

/** Everything that a record can be placed by: the areas of all levels, and a locator for each level that has boundaries. */
export interface Atlas {
  readonly areas: readonly Area[];
  readonly locators: ReadonlyMap<Level, AreaLocator>;
  /** Reads addresses by the names of the areas; asked for with the first address that nobody decided on. Made from the areas when left out. */
  readonly gazetteer?: () => Gazetteer;
  /** What a person decided about an address; null where nobody did. */
  readonly decided?: (address: string) => DecidedPlace | null;
}

/** Where an address lies by a person's decision: in an area, perhaps at a position in it; nowhere when both are null. */
export interface DecidedPlace {
  readonly areaId: number | null;
  readonly position: Position | null;
}

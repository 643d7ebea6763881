import type { AreaLocator } from '../geocode/atlas.ts';
import type { Position } from '../model/place.ts';

/** The coordinates of one row as written, and the areas (ids, of any level) that the row names by code, name or address. */
export interface RawPair {
  readonly lng: string | null;
  readonly lat: string | null;
  readonly named: readonly number[];
}

/** The areas of one level that have boundaries. */
export interface TestLevel {
  readonly level: string;
  readonly ids: ReadonlySet<number>;
  readonly locator: AreaLocator;
}

export interface DeclarationSample {
  readonly pairs: readonly RawPair[];
  /** The system that the mapping declares. */
  readonly declared: string;
  readonly levels: readonly TestLevel[];
  /** Whether a WGS84 position lies in the county that the file is said to come from, where that is known. */
  readonly inCounty?: (position: Position) => boolean;
}

/** A pair that was read. */
export interface Pair {
  readonly x: number;
  readonly y: number;
  readonly named: readonly number[];
}

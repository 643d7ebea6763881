/** Where the areas of a level lie, as columns of equal length: enough to label, find and frame them without their outlines. */
export interface LevelBoundaries {
  readonly level: string;
  readonly codes: readonly string[];
  readonly names: readonly string[];
  /** A point inside the area, in degrees. */
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  /** West, south, east, north of each area, one after the other. */
  readonly bounds: Float64Array;
}

/** [west, south, east, north] of one area, null when it has no boundary. */
export function boundsOf(boundaries: LevelBoundaries, code: string): [number, number, number, number] | null {
  const index = boundaries.codes.indexOf(code);
  const [west, south, east, north] = boundaries.bounds.subarray(index * 4, index * 4 + 4);
  if (index < 0 || west === undefined || south === undefined || east === undefined || north === undefined) return null;
  return [west, south, east, north];
}

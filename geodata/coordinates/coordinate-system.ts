import type { Bilingual } from '../model/dataset.ts';
import type { Position } from '../model/place.ts';

/** A system that coordinates are written in. */
export interface CoordinateSystem {
  /** As mappings write it and records keep it, e.g. `EPSG:4326`, `GCJ-02`, or the definition itself. */
  readonly id: string;
  readonly title: Bilingual;
  /** Degrees of longitude and latitude, or metres or feet on a plane: x to the east, y to the north. */
  readonly kind: 'degrees' | 'plane';
  /** What is to be known of its accuracy; null when it is a decimetre or better, as far as anybody says. */
  readonly note: Bilingual | null;
  /** Longitude (or easting) first. Null for a pair that lies nowhere in the system. */
  readonly toWgs84: (x: number, y: number) => Position | null;
}

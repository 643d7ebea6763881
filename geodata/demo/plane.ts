import type { Position } from '../model/place.ts';

/** A point in kilometres east and north of the county's middle. */
export type Point = readonly [x: number, y: number];

export interface Plane {
  toPlane(position: Position): Point;
  /** WGS84, rounded to 6 decimals (0.1 m). */
  toPosition(x: number, y: number): [lng: number, lat: number];
}

const KM_PER_DEGREE = 111.195;

/** A local flat map: good to a few metres across a county, and the same in both directions. */
export function planeAt(origin: Position): Plane {
  const kmPerLng = KM_PER_DEGREE * Math.cos((origin[1] * Math.PI) / 180);
  return {
    toPlane: ([lng, lat]) => [(lng - origin[0]) * kmPerLng, (lat - origin[1]) * KM_PER_DEGREE],
    toPosition: (x, y) => [round6(origin[0] + x / kmPerLng), round6(origin[1] + y / KM_PER_DEGREE)],
  };
}

const round6 = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

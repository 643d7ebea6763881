/** Longitude first, as in GeoJSON, PostGIS and MapLibre. Only geodata/h3 ever sees latitude first. */
export type Position = readonly [lng: number, lat: number];

/** An H3 index as 15 lower-case hexadecimal characters, e.g. `89309a2d2afffff`. Never a number: those lose digits. */
export type Cell = string;

/** H3 resolutions the map can show; records are stored at the finest. Mean hexagon: 5.16, 0.74 and 0.105 km². */
export const RESOLUTIONS = [7, 8, 9] as const;
export type Resolution = (typeof RESOLUTIONS)[number];
export const RECORD_RESOLUTION = 9 satisfies Resolution;

/**
 * How a record found its place, best first. `coordinates` lies inside a known area; `coordinates-only` has a hexagon but lies
 * in no known area; the others have an area but no position of their own, so no hexagon is drawn for them. `reviewed` was placed
 * by a person; an address led to a house (门牌), to a hamlet or group (自然村/组), or to the village alone (村中心).
 */
export const GRADES = [
  'coordinates',
  'coordinates-only',
  'area-code',
  'area-name',
  'reviewed',
  'address-house',
  'address-hamlet',
  'address-village',
] as const;
export type Grade = (typeof GRADES)[number];

/** Why a record is kept without a place. */
export const PLACE_PROBLEMS = [
  'no-place',
  'coordinates-unreadable',
  'coordinates-out-of-range',
  'null-island',
  'unknown-area-code',
  'area-code-lost-zeros',
  'unknown-area-name',
  'ambiguous-area-name',
  'address-not-matched',
  'address-ambiguous',
] as const;
export type PlaceProblem = (typeof PLACE_PROBLEMS)[number];

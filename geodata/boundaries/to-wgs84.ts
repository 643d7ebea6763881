import { knownSystem } from '../coordinates/known-systems.ts';
import type { Point } from './turn.ts';

/** Longitude and latitude in degrees of WGS84; NaN where the system has no such point. */
export type ToWgs84 = (point: Point) => Point;

/** Systems whose points need no moving. */
const SAME = ['EPSG:4326', 'EPSG:4490'];
const NOWHERE: Point = [Number.NaN, Number.NaN];

/**
 * How points of a file's coordinate system become WGS84; as they are when nothing is stated. Throws an IntakeError that says what to
 * write for a system that is not known.
 */
export function toWgs84(crs: string | null | undefined): ToWgs84 {
  const name = crs?.trim() ?? '';
  const system = name === '' ? null : knownSystem(name);
  if (system === null || SAME.includes(system.id)) return (point) => point;
  return ([x = Number.NaN, y = Number.NaN]) => system.toWgs84(x, y) ?? NOWHERE;
}

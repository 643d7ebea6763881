import type { MultiPolygon } from '../model/area.ts';
import type { Point } from './turn.ts';

/** Mean radius of the earth in metres. */
const RADIUS = 6_371_008.8;
const RADIANS = Math.PI / 180;

/** The surface of a boundary in square metres on the sphere; holes taken off. */
export function surfaceOf({ coordinates }: Pick<MultiPolygon, 'coordinates'>): number {
  let sum = 0;
  for (const [shell = [], ...holes] of coordinates) {
    sum += Math.abs(ringSurface(shell));
    for (const hole of holes) sum -= Math.abs(ringSurface(hole));
  }
  return sum;
}

/**
 * Chamberlain and Duquette, “Some algorithms for polygons on a sphere” (JPL 07-03, 2007), measured from the first latitude, so that
 * small areas keep their digits.
 */
function ringSurface(ring: readonly Point[]): number {
  const base = Math.sin((ring[0]?.[1] ?? 0) * RADIANS);
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i - 1] ?? [];
    const [x2 = 0, y2 = 0] = ring[i] ?? [];
    sum += (x2 - x1) * RADIANS * (Math.sin(y1 * RADIANS) + Math.sin(y2 * RADIANS) - 2 * base);
  }
  return (sum * RADIUS * RADIUS) / 2;
}

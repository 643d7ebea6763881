import type { MultiPolygon } from '../model/area.ts';
import type { Box } from './ring.ts';
import { sideOf } from './ring.ts';
import type { Point } from './turn.ts';

/** Metres of a degree of latitude; of longitude, at the equator. */
export const DEGREE = 111_195;

/** How far borders may lie apart before it is ground rather than drawing, in metres. */
export const TOLERANCE = 10;

export interface Surrounded {
  readonly boundary: MultiPolygon;
  readonly box: Box;
}

/** Whether a point lies inside a boundary. */
export function isInside({ coordinates }: MultiPolygon, point: Point): boolean {
  return coordinates.some(([shell = [], ...holes]) => {
    return sideOf(shell, point) === 1 && holes.every((hole) => sideOf(hole, point) === -1);
  });
}

/** Whether a point lies more than the tolerance away from every border of a boundary. */
export function isDeep({ coordinates }: MultiPolygon, [x = 0, y = 0]: Point): boolean {
  const wide = Math.cos((y * Math.PI) / 180);
  const limit = (TOLERANCE / DEGREE) ** 2;
  for (const ring of coordinates.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [ax = 0, ay = 0] = ring[i - 1] ?? [];
      const [bx = 0, by = 0] = ring[i] ?? [];
      const [px, py] = [(x - ax) * wide, y - ay];
      const [dx, dy] = [(bx - ax) * wide, by - ay];
      const length = dx * dx + dy * dy;
      const along = length > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / length)) : 0;
      if ((px - along * dx) ** 2 + (py - along * dy) ** 2 <= limit) return false;
    }
  }
  return true;
}

/** A point well inside a boundary: in the middle of the widest stretch at half the height of its largest polygon. */
export function innerPoint({ boundary: { coordinates } }: Surrounded): Point {
  let best: Point = coordinates[0]?.[0]?.[0] ?? [0, 0];
  let width = -1;
  for (const polygon of coordinates) {
    const heights = (polygon[0] ?? []).map(([, y = 0]) => y);
    // A little off the middle: corners often lie exactly on it.
    const low = heights.reduce((a, b) => Math.min(a, b), Infinity);
    const high = heights.reduce((a, b) => Math.max(a, b), -Infinity);
    const level = low + (high - low) * 0.4871;
    const crossings = polygon.flatMap((ring) => crossingsAt(ring, level)).sort((a, b) => a - b);
    for (let i = 1; i < crossings.length; i += 2) {
      const [from = 0, to = 0] = [crossings[i - 1], crossings[i]];
      if (to - from > width) [width, best] = [to - from, [(from + to) / 2, level]];
    }
  }
  return best;
}

function crossingsAt(ring: readonly Point[], level: number): number[] {
  const found: number[] = [];
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    if (ay > level !== by > level) found.push(ax + ((level - ay) / (by - ay)) * (bx - ax));
  }
  return found;
}

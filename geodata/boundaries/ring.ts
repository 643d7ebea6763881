import { type Point, samePoint, turn } from './turn.ts';

/** Positions around an area, the first again at the end. */
export type Ring = number[][];

/** Twice the area inside a ring in square degrees, positive when it runs counter-clockwise. */
export function doubleArea(ring: readonly Point[]): number {
  // Measured from the first point: far from the origin the products would swallow small areas.
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum;
}

/** Where a point lies against a closed ring, exactly: 1 inside, 0 on it, −1 outside. The ring may cross itself (even-odd). */
export function sideOf(ring: readonly Point[], point: Point): -1 | 0 | 1 {
  const [x = 0, y = 0] = point;
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const a = ring[i - 1] ?? [];
    const b = ring[i] ?? [];
    const [ax = 0, ay = 0] = a;
    const [bx = 0, by = 0] = b;
    if (ay > y === by > y) {
      const along = ay === y && by === y && (ax > x !== bx > x || ax === x || bx === x);
      if (along || samePoint(a, point) || samePoint(b, point)) return 0;
      continue;
    }
    if (ax < x && bx < x) continue;
    const side = turn(a, b, point);
    if (side === 0) return 0;
    if (side > 0 === by > ay) inside = !inside;
  }
  return inside ? 1 : -1;
}

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export function boxOf(points: readonly Point[]): Box {
  let west = Number.POSITIVE_INFINITY;
  let south = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (const [x = 0, y = 0] of points) {
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return { west, south, east, north };
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
}

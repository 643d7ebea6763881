import { orient2d } from 'robust-predicates';

/** A point of the plane; positions of GeoJSON fit. */
export type Point = readonly number[];

/**
 * Positive where a → b → c turns left, negative where it turns right, zero only where the three lie exactly on one line:
 * Shewchuk's adaptive arithmetic decides, so a point on a border is on the border whatever the rounding.
 */
export function turn([ax = 0, ay = 0]: Point, [bx = 0, by = 0]: Point, [cx = 0, cy = 0]: Point): number {
  // The library counts y downwards.
  return -orient2d(ax, ay, bx, by, cx, cy);
}

export function samePoint(a: Point, b: Point): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

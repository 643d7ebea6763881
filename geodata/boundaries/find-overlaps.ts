import Flatbush from 'flatbush';
import { innerPoint, isDeep, isInside, type Surrounded } from './reach.ts';
import type { Box } from './ring.ts';
import { sharedSurface } from './shared-surface.ts';
import type { Point } from './turn.ts';

/** Two areas that share ground, as their places in the list. */
export interface FoundOverlap {
  readonly a: number;
  readonly b: number;
  readonly squareMetres: number;
}

export interface FoundOverlaps {
  readonly overlaps: readonly FoundOverlap[];
  /** Pairs whose borders cross by less than the tolerance. */
  readonly inaccuracies: number;
}

/**
 * The pairs of areas that share ground: a corner, or the inner point, of one lies in the other, deeper than the tolerance. Forty
 * thousand areas take seconds.
 */
export function findOverlaps(areas: readonly Surrounded[]): FoundOverlaps {
  const overlaps: FoundOverlap[] = [];
  let inaccuracies = 0;
  if (areas.length === 0) return { overlaps, inaccuracies };
  const index = new Flatbush(areas.length);
  for (const { box } of areas) index.add(box.west, box.south, box.east, box.north);
  index.finish();
  const inner = areas.map(innerPoint);
  for (const [a, first] of areas.entries()) {
    const { west, south, east, north } = first.box;
    for (const b of index.search(west, south, east, north)) {
      const second = areas[b];
      if (b <= a || second === undefined) continue;
      const depth = Math.max(reach(first, second, inner[a] ?? []), reach(second, first, inner[b] ?? []));
      if (depth === 2) overlaps.push({ a, b, squareMetres: sharedSurface(first.boundary, second.boundary) });
      if (depth === 1) inaccuracies += 1;
    }
  }
  return { overlaps, inaccuracies };
}

/** How far an area reaches into another: 0 not at all, 1 by less than the tolerance, 2 deeper. */
function reach(area: Surrounded, other: Surrounded, inner: Point): 0 | 1 | 2 {
  if (within(other.box, inner) && isInside(other.boundary, inner) && isDeep(other.boundary, inner)) return 2;
  let depth: 0 | 1 = 0;
  for (const ring of area.boundary.coordinates.flat()) {
    for (const point of ring) {
      if (!within(other.box, point) || !isInside(other.boundary, point)) continue;
      if (isDeep(other.boundary, point)) return 2;
      depth = 1;
    }
  }
  return depth;
}

const within = ({ west, south, east, north }: Box, [x = 0, y = 0]: Point): boolean =>
  x >= west && x <= east && y >= south && y <= north;

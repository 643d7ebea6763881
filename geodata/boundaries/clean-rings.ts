import { doubleArea, type Ring } from './ring.ts';
import { type Point, samePoint } from './turn.ts';

export interface CleanRings {
  readonly polygons: Ring[][];
  readonly unclosed: number;
  readonly dropped: number;
}

/**
 * Closed rings without height and repeated points, shells counter-clockwise and holes clockwise (RFC 7946, § 3.1.6). A ring
 * with fewer than three different points has no inside and is dropped; where it was a shell, the next ring is.
 */
export function cleanRings(polygons: readonly (readonly (readonly Point[])[])[]): CleanRings {
  let unclosed = 0;
  let dropped = 0;
  const clean = polygons.flatMap((polygon) => {
    const rings: Ring[] = [];
    for (const ring of polygon) {
      const points = withoutRepeats(ring);
      const [first = [], last = []] = [points[0], points.at(-1)];
      if (ring.length > 1 && !samePoint(ring[0] ?? [], ring.at(-1) ?? [])) unclosed++;
      if (samePoint(first, last)) points.pop();
      if (points.length < 3) {
        dropped++;
        continue;
      }
      points.push([...first]);
      rings.push(doubleArea(points) > 0 === (rings.length === 0) ? points : points.reverse());
    }
    return rings.length > 0 ? [rings] : [];
  });
  return { polygons: clean, unclosed, dropped };
}

function withoutRepeats(ring: readonly Point[]): Ring {
  const points: Ring = [];
  for (const [x = 0, y = 0] of ring) {
    const last = points.at(-1);
    if (!last || last[0] !== x || last[1] !== y) points.push([x, y]);
  }
  return points;
}

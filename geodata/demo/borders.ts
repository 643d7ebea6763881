import type { MultiPolygon } from '../model/area.ts';
import type { Mesh } from './mesh.ts';
import type { Plane } from './plane.ts';
import { keyed } from './random.ts';

/**
 * Every stretch of border in the county, as directed segments with the village on either side (−1: outside the county).
 * A border crosses each triangle of the mesh from edge to edge, and three borders meet inside a triangle: so borders cannot cross
 * one another or leave gaps, and where an edge is crossed depends on that edge alone, so both sides bend alike.
 */
export interface Borders {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** The points, WGS84. */
  readonly points: readonly [lng: number, lat: number][];
}

/** How far from the middle of an edge a border may cross it, as a share of the edge. */
export const CROSSING_RANGE = [0.36, 0.64] as const;

/** `village` gives for each vertex of the mesh the village it belongs to, −1 outside. */
export function traceBorders(mesh: Mesh, village: Int32Array, plane: Plane): Borders {
  const points: [number, number][] = [];
  const crossings = new Map<number, number>();
  const pointAt = (x: number, y: number): number => points.push(plane.toPosition(x, y)) - 1;
  const crossing = (a: number, b: number): number => {
    const [low, high] = a < b ? [a, b] : [b, a];
    const key = low * mesh.x.length + high;
    const known = crossings.get(key);
    if (known !== undefined) return known;
    const t = CROSSING_RANGE[0] + (CROSSING_RANGE[1] - CROSSING_RANGE[0]) * keyed(low, high);
    const along = (values: Float64Array) => (values[low] as number) * (1 - t) + (values[high] as number) * t;
    const point = pointAt(along(mesh.x), along(mesh.y));
    crossings.set(key, point);
    return point;
  };

  const from: number[] = [];
  const to: number[] = [];
  const left: number[] = [];
  const right: number[] = [];
  const draw = (start: number, end: number, leftVertex: number, rightVertex: number) => {
    from.push(start);
    to.push(end);
    left.push(village[leftVertex] as number);
    right.push(village[rightVertex] as number);
  };
  for (let t = 0; t < mesh.triangles.length; t += 3) {
    const [a, b, c] = mesh.triangles.subarray(t, t + 3) as unknown as [number, number, number];
    const [la, lb, lc] = [village[a], village[b], village[c]];
    if (la === lb && lb === lc) continue;
    if (lb === lc) draw(crossing(a, b), crossing(a, c), a, b);
    else if (la === lc) draw(crossing(b, c), crossing(b, a), b, c);
    else if (la === lb) draw(crossing(c, a), crossing(c, b), c, a);
    else {
      const third = (values: Float64Array) =>
        ((values[a] as number) + (values[b] as number) + (values[c] as number)) / 3;
      const meeting = pointAt(third(mesh.x), third(mesh.y));
      draw(crossing(a, b), meeting, a, b);
      draw(crossing(b, c), meeting, b, c);
      draw(crossing(c, a), meeting, c, a);
    }
  }
  return { from, to, left, right, points };
}

/**
 * The areas of one level: `areaOf` says which area a village belongs to. Borders between villages of the same area fall away;
 * all others stay point for point. Exterior rings run counter-clockwise, holes clockwise (RFC 7946).
 */
export function joinAreas(borders: Borders, areaOf: (village: number) => number): Map<number, MultiPolygon> {
  const steps = new Map<number, Map<number, number>>();
  const step = (area: number, start: number, end: number) => {
    if (area < 0) return;
    const own = steps.get(area);
    if (own) own.set(start, end);
    else steps.set(area, new Map([[start, end]]));
  };
  for (let s = 0; s < borders.from.length; s++) {
    const leftArea = outsideOr(areaOf, borders.left[s] as number);
    const rightArea = outsideOr(areaOf, borders.right[s] as number);
    if (leftArea === rightArea) continue;
    step(leftArea, borders.from[s] as number, borders.to[s] as number);
    step(rightArea, borders.to[s] as number, borders.from[s] as number);
  }
  return new Map([...steps].map(([area, next]) => [area, multiPolygon(rings(next, borders.points))]));
}

const outsideOr = (areaOf: (village: number) => number, village: number): number =>
  village < 0 ? -1 : areaOf(village);

function rings(next: Map<number, number>, points: Borders['points']): number[][][] {
  const result: number[][][] = [];
  for (const start of next.keys()) {
    const ring: number[][] = [];
    let point: number | undefined = start;
    while (point !== undefined && next.has(point)) {
      ring.push([...(points[point] as [number, number])]);
      const following: number | undefined = next.get(point);
      next.delete(point);
      point = following;
    }
    ring.push([...(ring[0] as number[])]);
    result.push(ring);
  }
  return result;
}

/** Parts of an area hang together, so each has one exterior ring; holes are enclaves. */
function multiPolygon(all: number[][][]): MultiPolygon {
  const outer = all.filter((ring) => signedArea(ring) > 0);
  const holes = all.filter((ring) => signedArea(ring) <= 0);
  const [first, ...others] = outer;
  if (!first || others.length > 0) throw new Error(`An area has ${outer.length} exterior rings instead of one.`);
  return { type: 'MultiPolygon', coordinates: [[first, ...holes]] };
}

/** Square degrees, positive when counter-clockwise. */
export function signedArea(ring: readonly (readonly number[])[]): number {
  const [baseX = 0, baseY = 0] = ring[0] ?? [];
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [px = 0, py = 0] = ring[i] as number[];
    const [qx = 0, qy = 0] = ring[i + 1] as number[];
    twice += (px - baseX) * (qy - baseY) - (qx - baseX) * (py - baseY);
  }
  return twice / 2;
}

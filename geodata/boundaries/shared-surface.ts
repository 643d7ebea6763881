import type { MultiPolygon } from '../model/area.ts';
import { DEGREE } from './reach.ts';

interface Edge {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/**
 * The surface that two boundaries share, in square metres. Both are cut into slices at every corner and at every crossing of their
 * edges; within a slice all edges are straight, so that the stretch that both cover at its middle, times its height, is exact. No
 * polygon is built, which makes it a hundred times quicker than clipping, and it has no dead ends.
 */
export function sharedSurface(a: MultiPolygon, b: MultiPolygon): number {
  const [first, second] = [edgesOf(a), edgesOf(b)];
  const low = Math.max(lowest(first), lowest(second));
  const high = Math.min(highest(first), highest(second));
  if (!(low < high)) return 0;
  const near = (edge: Edge) => Math.max(edge.y1, edge.y2) > low && Math.min(edge.y1, edge.y2) < high;
  const [ours, theirs] = [first.filter(near), second.filter(near)];
  const heights = [low, high, ...crossings(ours, theirs), ...[...ours, ...theirs].flatMap(({ y1, y2 }) => [y1, y2])]
    .filter((y) => y >= low && y <= high)
    .sort((p, q) => p - q);
  let sum = 0;
  for (let i = 1; i < heights.length; i++) {
    const [from = 0, to = 0] = [heights[i - 1], heights[i]];
    if (to <= from) continue;
    const middle = (from + to) / 2;
    sum +=
      common(stretches(ours, middle), stretches(theirs, middle)) * (to - from) * Math.cos((middle * Math.PI) / 180);
  }
  return sum * DEGREE * DEGREE;
}

function edgesOf({ coordinates }: MultiPolygon): Edge[] {
  const edges: Edge[] = [];
  for (const ring of coordinates.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [x1 = 0, y1 = 0] = ring[i - 1] ?? [];
      const [x2 = 0, y2 = 0] = ring[i] ?? [];
      if (y1 !== y2) edges.push({ x1, y1, x2, y2 });
    }
  }
  return edges;
}

const lowest = (edges: readonly Edge[]): number => edges.reduce((y, { y1, y2 }) => Math.min(y, y1, y2), Infinity);
const highest = (edges: readonly Edge[]): number => edges.reduce((y, { y1, y2 }) => Math.max(y, y1, y2), -Infinity);

/** The heights at which edges of one cross edges of the other. */
function crossings(ours: readonly Edge[], theirs: readonly Edge[]): number[] {
  const found: number[] = [];
  for (const p of ours) {
    const [west, east] = [Math.min(p.x1, p.x2), Math.max(p.x1, p.x2)];
    const [south, north] = [Math.min(p.y1, p.y2), Math.max(p.y1, p.y2)];
    for (const q of theirs) {
      if (Math.max(q.x1, q.x2) < west || Math.min(q.x1, q.x2) > east) continue;
      if (Math.max(q.y1, q.y2) < south || Math.min(q.y1, q.y2) > north) continue;
      const [px, py, qx, qy] = [p.x2 - p.x1, p.y2 - p.y1, q.x2 - q.x1, q.y2 - q.y1];
      const cross = px * qy - py * qx;
      if (cross === 0) continue;
      const along = ((q.x1 - p.x1) * qy - (q.y1 - p.y1) * qx) / cross;
      if (along > 0 && along < 1) found.push(p.y1 + along * py);
    }
  }
  return found;
}

/** Where a level line is inside, as pairs of ends in ascending order (even-odd). */
function stretches(edges: readonly Edge[], y: number): number[] {
  const ends: number[] = [];
  for (const { x1, y1, x2, y2 } of edges) {
    if (y1 > y !== y2 > y) ends.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
  }
  return ends.sort((p, q) => p - q);
}

/** The length that two lists of stretches have in common. */
function common(ours: readonly number[], theirs: readonly number[]): number {
  let sum = 0;
  for (let [i, j] = [1, 1]; i < ours.length && j < theirs.length; ) {
    const [from, to] = [ours[i] ?? 0, theirs[j] ?? 0];
    sum += Math.max(0, Math.min(from, to) - Math.max(ours[i - 1] ?? 0, theirs[j - 1] ?? 0));
    if (from < to) i += 2;
    else j += 2;
  }
  return sum;
}

import Flatbush from 'flatbush';
import type { MultiPolygon } from '../model/area.ts';

/** About a metre, in degrees: real files do not repeat the same corners for areas that share a border. */
const TOLERANCE = 1e-5;

interface Edges {
  readonly count: number;
  /** x1, y1, x2, y2 of each edge. */
  readonly ends: Float64Array;
  /** Which area each edge belongs to, as its place in the list. */
  readonly owner: Uint32Array;
}

/**
 * The pairs of areas whose borders come within a metre of each other, each pair once, lower id first, in ascending order.
 * Islands have no neighbours. Forty thousand areas with 440,000 edges take a few seconds.
 */
export function findNeighbours(
  areas: readonly { readonly id: number; readonly boundary: MultiPolygon }[],
): [number, number][] {
  const edges = edgesOf(areas.map(({ boundary }) => boundary));
  if (edges.count === 0) return [];
  const index = new Flatbush(edges.count);
  const { ends } = edges;
  for (let i = 0; i < ends.length; i += 4) {
    const [x1, y1, x2, y2] = [ends[i] ?? 0, ends[i + 1] ?? 0, ends[i + 2] ?? 0, ends[i + 3] ?? 0];
    index.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }
  index.finish();
  const pairs = meetingOwners(edges, index, areas.length);
  return pairs
    .map((pair): [number, number] => {
      const [a, b] = [areas[Math.floor(pair / areas.length)]?.id ?? 0, areas[pair % areas.length]?.id ?? 0];
      return a < b ? [a, b] : [b, a];
    })
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** Pairs of owners as one number each: first · areas + second. */
function meetingOwners({ count, ends, owner }: Edges, index: Flatbush, areas: number): number[] {
  const pairs = new Set<number>();
  for (let i = 0; i < count; i++) {
    const own = owner[i] ?? 0;
    const at = i * 4;
    const [x1, y1, x2, y2] = [ends[at] ?? 0, ends[at + 1] ?? 0, ends[at + 2] ?? 0, ends[at + 3] ?? 0];
    const south = Math.min(y1, y2) - TOLERANCE;
    const north = Math.max(y1, y2) + TOLERANCE;
    // The filter does all the work and keeps nothing, so that no list of hits is built.
    index.search(Math.min(x1, x2) - TOLERANCE, south, Math.max(x1, x2) + TOLERANCE, north, (j) => {
      const other = owner[j] ?? 0;
      if (other <= own) return false;
      const pair = own * areas + other;
      if (!pairs.has(pair) && edgesMeet(ends, at, j * 4)) pairs.add(pair);
      return false;
    });
  }
  return [...pairs];
}

function edgesOf(boundaries: readonly MultiPolygon[]): Edges {
  let count = 0;
  for (const { coordinates } of boundaries) for (const ring of coordinates.flat()) count += ring.length - 1;
  const ends = new Float64Array(count * 4);
  const owner = new Uint32Array(count);
  let edge = 0;
  for (const [area, { coordinates }] of boundaries.entries()) {
    for (const ring of coordinates.flat()) {
      for (let i = 1; i < ring.length; i++) {
        const [x1 = 0, y1 = 0] = ring[i - 1] ?? [];
        const [x2 = 0, y2 = 0] = ring[i] ?? [];
        ends.set([x1, y1, x2, y2], edge * 4);
        owner[edge++] = area;
      }
    }
  }
  return { count, ends, owner };
}

/** Two edges that do not cross are nearest at one of their four ends. */
function edgesMeet(ends: Float64Array, a: number, b: number): boolean {
  return (
    isNear(ends, a, b) ||
    isNear(ends, a + 2, b) ||
    isNear(ends, b, a) ||
    isNear(ends, b + 2, a) ||
    (onBothSides(ends, a, b) && onBothSides(ends, b, a))
  );
}

/** Whether the point at `point` lies within the tolerance of the edge at `edge`. */
function isNear(ends: Float64Array, point: number, edge: number): boolean {
  const x = (ends[point] ?? 0) - (ends[edge] ?? 0);
  const y = (ends[point + 1] ?? 0) - (ends[edge + 1] ?? 0);
  const dx = (ends[edge + 2] ?? 0) - (ends[edge] ?? 0);
  const dy = (ends[edge + 3] ?? 0) - (ends[edge + 1] ?? 0);
  const length = dx * dx + dy * dy;
  const along = length > 0 ? Math.min(1, Math.max(0, (x * dx + y * dy) / length)) : 0;
  const [offX, offY] = [x - along * dx, y - along * dy];
  return offX * offX + offY * offY <= TOLERANCE * TOLERANCE;
}

/** Whether the ends of edge b lie on different sides of the line through edge a. */
function onBothSides(ends: Float64Array, a: number, b: number): boolean {
  const [x, y] = [ends[a] ?? 0, ends[a + 1] ?? 0];
  const [dx, dy] = [(ends[a + 2] ?? 0) - x, (ends[a + 3] ?? 0) - y];
  const first = dx * ((ends[b + 1] ?? 0) - y) - dy * ((ends[b] ?? 0) - x);
  const second = dx * ((ends[b + 3] ?? 0) - y) - dy * ((ends[b + 2] ?? 0) - x);
  return first > 0 !== second > 0;
}

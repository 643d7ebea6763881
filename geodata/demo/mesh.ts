import { Delaunay } from 'd3-delaunay';
import { isInside } from './outline.ts';
import type { Point } from './plane.ts';
import type { Random } from './random.ts';

/**
 * The ground the county is drawn on: one Delaunay triangulation of points in and around the outline. Every area is a set of its
 * vertices, and every border crosses its triangles (see borders.ts), so villages, towns and county share each border exactly.
 */
export interface Mesh {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The same vertices on a gently bent plane: straight lines there are the curved borders here. */
  readonly bentX: Float64Array;
  readonly bentY: Float64Array;
  /** Three vertices each, counter-clockwise. */
  readonly triangles: Uint32Array;
  /** The neighbours of vertex i are `neighbours[offsets[i] … offsets[i + 1])`. */
  readonly offsets: Uint32Array;
  readonly neighbours: Uint32Array;
  /** Square kilometres of the vertex's Voronoi cell. */
  readonly mass: Float64Array;
  /** The vertices inside the outline that hang together. */
  readonly inside: readonly number[];
}

/** A place that needs smaller areas than the rest: so many extra vertices, scattered normally over `spread` kilometres. */
export interface Crowd {
  readonly at: Point;
  readonly spread: number;
  readonly vertices: number;
}

/** About `vertices` vertices inside the ring, plus those of the crowds. */
export function makeMesh(ring: readonly Point[], vertices: number, crowds: readonly Crowd[], random: Random): Mesh {
  const spacing = Math.sqrt((ringArea(ring) * 2) / (vertices * Math.sqrt(3)));
  const box = boxAround(ring, 3 * spacing);
  const points = [...honeycomb(box, spacing, random), ...crowds.flatMap((crowd) => scatter(crowd, random))];
  const coords = Float64Array.from(points.flat());
  for (let round = 0; round < 2; round++) relax(coords, box);

  const delaunay = new Delaunay(coords);
  const x = coords.filter((_, i) => i % 2 === 0);
  const y = coords.filter((_, i) => i % 2 === 1);
  const triangles = counterClockwise(Uint32Array.from(delaunay.triangles), x, y);
  const { offsets, neighbours } = adjacency(triangles, x.length);
  const { areas } = cellsOf(delaunay, box);
  const within = Array.from(x, (_, i) => isInside(ring, x[i] as number, y[i] as number));
  const [bentX, bentY] = bend(x, y, random);
  return {
    x,
    y,
    bentX,
    bentY,
    triangles,
    offsets,
    neighbours,
    mass: areas,
    inside: largestPart(within, offsets, neighbours),
  };
}

/** Adds to each coordinate a few slow waves of the other one and itself, of at most a kilometre together. */
function bend(x: Float64Array, y: Float64Array, random: Random): [Float64Array, Float64Array] {
  const waves = () =>
    [14, 9, 6, 4, 2.5].map((length) => {
      const angle = random.between(0, 2 * Math.PI);
      const turn = (2 * Math.PI) / length;
      const [kx, ky] = [turn * Math.cos(angle), turn * Math.sin(angle)];
      return { kx, ky, phase: random.between(0, 2 * Math.PI), height: 0.03 * length };
    });
  const bent = (along: Float64Array) => {
    const own = waves();
    const lift = (px: number, py: number) =>
      own.reduce((sum, { kx, ky, phase, height }) => sum + height * Math.sin(kx * px + ky * py + phase), 0);
    return along.map((value, i) => value + lift(x[i] as number, y[i] as number));
  };
  return [bent(x), bent(y)];
}

type Box = readonly [west: number, south: number, east: number, north: number];

function boxAround(ring: readonly Point[], margin: number): Box {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return [Math.min(...xs) - margin, Math.min(...ys) - margin, Math.max(...xs) + margin, Math.max(...ys) + margin];
}

function ringArea(ring: readonly Point[]): number {
  const twice = ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length] as Point;
    return sum + x * ny - nx * y;
  }, 0);
  return Math.abs(twice) / 2;
}

function honeycomb([west, south, east, north]: Box, spacing: number, random: Random): Point[] {
  const points: Point[] = [];
  const step = (spacing * Math.sqrt(3)) / 2;
  for (let row = 0, y = south; y < north; row++, y += step) {
    for (let x = west + (row % 2) * (spacing / 2); x < east; x += spacing) {
      points.push([x + spacing * random.between(-0.35, 0.35), y + spacing * random.between(-0.35, 0.35)]);
    }
  }
  return points;
}

function scatter({ at, spread, vertices }: Crowd, random: Random): Point[] {
  const near = () => Math.max(-2, Math.min(2, random.normal())) * spread;
  return Array.from({ length: vertices }, (): Point => [at[0] + near(), at[1] + near()]);
}

/** One round of Lloyd's relaxation: each point to the middle of its Voronoi cell, which rounds off the triangles. */
function relax(coords: Float64Array, box: Box): void {
  const { centres } = cellsOf(new Delaunay(coords), box);
  coords.set(centres);
}

function cellsOf(delaunay: Delaunay<Point>, box: Box): { centres: Float64Array; areas: Float64Array } {
  const voronoi = delaunay.voronoi([...box]);
  const centres = Float64Array.from(delaunay.points);
  const areas = new Float64Array(centres.length / 2);
  for (let i = 0; i < areas.length; i++) {
    const cell = voronoi.cellPolygon(i);
    if (!cell) continue;
    let twice = 0;
    let sumX = 0;
    let sumY = 0;
    for (let k = 0; k + 1 < cell.length; k++) {
      const [px, py] = cell[k] as Point;
      const [qx, qy] = cell[k + 1] as Point;
      const cross = px * qy - qx * py;
      twice += cross;
      sumX += (px + qx) * cross;
      sumY += (py + qy) * cross;
    }
    if (twice === 0) continue;
    areas[i] = Math.abs(twice) / 2;
    centres[2 * i] = sumX / (3 * twice);
    centres[2 * i + 1] = sumY / (3 * twice);
  }
  return { centres, areas };
}

function counterClockwise(triangles: Uint32Array, x: Float64Array, y: Float64Array): Uint32Array {
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = triangles.subarray(t, t + 3) as unknown as [number, number, number];
    const turn =
      ((x[b] as number) - (x[a] as number)) * ((y[c] as number) - (y[a] as number)) -
      ((x[c] as number) - (x[a] as number)) * ((y[b] as number) - (y[a] as number));
    if (turn < 0) triangles.set([a, c, b], t);
  }
  return triangles;
}

/** Each side of a triangle, in its direction; on the rim of the mesh one direction is missing, which nobody inside notices. */
function adjacency(triangles: Uint32Array, vertices: number): Pick<Mesh, 'offsets' | 'neighbours'> {
  const offsets = new Uint32Array(vertices + 1);
  for (const vertex of triangles) offsets[vertex + 1] = (offsets[vertex + 1] as number) + 1;
  for (let i = 0; i < vertices; i++) offsets[i + 1] = (offsets[i + 1] as number) + (offsets[i] as number);
  const free = offsets.slice();
  const neighbours = new Uint32Array(triangles.length);
  for (let corner = 0; corner < triangles.length; corner++) {
    const vertex = triangles[corner] as number;
    const following = corner % 3 === 2 ? corner - 2 : corner + 1;
    const slot = free[vertex] as number;
    neighbours[slot] = triangles[following] as number;
    free[vertex] = slot + 1;
  }
  return { offsets, neighbours };
}

/** The largest set of marked vertices that hangs together, in ascending order. */
function largestPart(marked: readonly boolean[], offsets: Uint32Array, neighbours: Uint32Array): number[] {
  const seen = new Uint8Array(marked.length);
  let largest: number[] = [];
  for (let start = 0; start < marked.length; start++) {
    if (!marked[start] || seen[start]) continue;
    const part = [start];
    seen[start] = 1;
    for (const vertex of part) {
      for (const next of neighbours.subarray(offsets[vertex], offsets[vertex + 1])) {
        if (!marked[next] || seen[next]) continue;
        seen[next] = 1;
        part.push(next);
      }
    }
    if (part.length > largest.length) largest = part;
  }
  return largest.sort((a, b) => a - b);
}

import { orient2d } from 'robust-predicates';
import type { MultiPolygon } from '../model/area.ts';

/** One area as edges sorted into horizontal bands, so that a point is compared only with the edges at its height. */
export interface AreaEdges {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  /** x1, y1, x2, y2 of each edge. */
  readonly ends: Float64Array;
  /** Edges of band b: `edges[bands[b]]` to before `edges[bands[b + 1]]`, as places in `ends`. */
  readonly bands: Uint32Array;
  readonly edges: Uint32Array;
}

/** How many edges a band holds when they are spread evenly. */
const EDGES_PER_BAND = 4;
const MOST_BANDS = 4096;

export function areaEdges({ coordinates }: MultiPolygon): AreaEdges {
  const rings = coordinates.flat();
  const count = rings.reduce((sum, ring) => sum + Math.max(0, ring.length - 1), 0);
  const ends = new Float64Array(count * 4);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  let at = 0;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [x1 = 0, y1 = 0] = ring[i - 1] ?? [];
      const [x2 = 0, y2 = 0] = ring[i] ?? [];
      ends[at] = x1;
      ends[at + 1] = y1;
      ends[at + 2] = x2;
      ends[at + 3] = y2;
      at += 4;
      west = Math.min(west, x1);
      east = Math.max(east, x1);
      south = Math.min(south, y1);
      north = Math.max(north, y1);
    }
  }
  return { west, south, east, north, ends, ...sortIntoBands(ends, south, north) };
}

function sortIntoBands(ends: Float64Array, south: number, north: number): Pick<AreaEdges, 'bands' | 'edges'> {
  const count = Math.max(1, Math.min(MOST_BANDS, Math.floor(ends.length / 4 / EDGES_PER_BAND)));
  const bands = new Uint32Array(count + 1);
  const visit = (visitor: (band: number, edge: number) => void) => {
    for (let edge = 0; edge < ends.length; edge += 4) {
      const [y1, y2] = [ends[edge + 1] ?? 0, ends[edge + 3] ?? 0];
      const last = bandAt(Math.max(y1, y2), south, north, count);
      for (let band = bandAt(Math.min(y1, y2), south, north, count); band <= last; band++) visitor(band, edge);
    }
  };
  visit((band) => {
    bands[band + 1] = (bands[band + 1] ?? 0) + 1;
  });
  for (let band = 0; band < count; band++) bands[band + 1] = (bands[band + 1] ?? 0) + (bands[band] ?? 0);
  const next = bands.slice();
  const edges = new Uint32Array(bands[count] ?? 0);
  visit((band, edge) => {
    const place = next[band] ?? 0;
    edges[place] = edge;
    next[band] = place + 1;
  });
  return { bands, edges };
}

/** The band is a monotone function of the height, so an edge is in every band that a point on it can have. */
function bandAt(y: number, south: number, north: number, count: number): number {
  return north > south ? Math.min(count - 1, Math.floor(((y - south) / (north - south)) * count)) : 0;
}

/** Whether a point lies in an area or on its border, decided exactly; holes are outside (even-odd). */
export function contains(area: AreaEdges, x: number, y: number): boolean {
  if (x < area.west || x > area.east || y < area.south || y > area.north) return false;
  const { ends, bands, edges } = area;
  const band = bandAt(y, area.south, area.north, bands.length - 1);
  const last = bands[band + 1] ?? 0;
  let inside = false;
  for (let i = bands[band] ?? 0; i < last; i++) {
    const edge = edges[i] ?? 0;
    const x1 = ends[edge] as number;
    const y1 = ends[edge + 1] as number;
    const x2 = ends[edge + 2] as number;
    const y2 = ends[edge + 3] as number;
    if (y1 > y === y2 > y) {
      if ((x1 === x && y1 === y) || (x2 === x && y2 === y)) return true;
      if (y1 === y && y2 === y && x1 > x !== x2 > x) return true;
      continue;
    }
    if (x1 < x && x2 < x) continue;
    if (x1 > x && x2 > x) {
      inside = !inside;
      continue;
    }
    // The library counts y downwards, so its sign is that of a right turn.
    const side = orient2d(x1, y1, x2, y2, x, y);
    if (side === 0) return true;
    if (side < 0 === y2 > y1) inside = !inside;
  }
  return inside;
}

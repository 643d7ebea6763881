import { orient2d } from 'robust-predicates';
import type { MultiPolygon } from '../model/area.ts';
import type { Position } from '../model/place.ts';

/**
 * Many areas as flat arrays. The edges of each are sorted into horizontal bands, so that a point is compared only with those at
 * its height, and lie there side by side: an edge that spans several bands is repeated, because looking up a point in forty
 * thousand areas is a matter of how often memory is visited.
 */
export interface PackedAreas {
  /** West, south, east, north of each area. */
  readonly boxes: Float64Array;
  /** The first band of each area, and the number of all bands at the end. */
  readonly bandsOf: Uint32Array;
  /** The first edge of each band, and the number of all edges at the end. */
  readonly edgesOf: Uint32Array;
  /** x1, y1, x2, y2 of each edge. */
  readonly ends: Float64Array;
}

/** How many edges a band holds when they are spread evenly. */
const EDGES_PER_BAND = 4;
const MOST_BANDS = 4096;

export function packAreas(boundaries: readonly MultiPolygon[]): PackedAreas {
  const boxes = new Float64Array(boundaries.length * 4);
  const bandsOf = new Uint32Array(boundaries.length + 1);
  const packed: { counts: Uint32Array; ends: Float64Array }[] = [];
  for (const [i, boundary] of boundaries.entries()) {
    const ends = endsOf(boundary);
    const box = boxOf(ends);
    boxes.set(box, i * 4);
    const [, south, , north] = box;
    packed.push(sortIntoBands(ends, south, north));
    bandsOf[i + 1] = (bandsOf[i] ?? 0) + (packed[i]?.counts.length ?? 0);
  }
  const edgesOf = new Uint32Array((bandsOf.at(-1) ?? 0) + 1);
  const ends = new Float64Array(packed.reduce((sum, area) => sum + area.ends.length, 0));
  let band = 0;
  let at = 0;
  for (const area of packed) {
    ends.set(area.ends, at);
    at += area.ends.length;
    for (const count of area.counts) {
      edgesOf[band + 1] = (edgesOf[band] ?? 0) + count;
      band++;
    }
  }
  return { boxes, bandsOf, edgesOf, ends };
}

/** x1, y1, x2, y2 of each edge of a boundary, holes included. */
export function endsOf({ coordinates }: MultiPolygon): Float64Array {
  const rings = coordinates.flat();
  const ends = new Float64Array(rings.reduce((sum, ring) => sum + Math.max(0, ring.length - 1), 0) * 4);
  let at = 0;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      ends[at++] = ring[i - 1]?.[0] ?? 0;
      ends[at++] = ring[i - 1]?.[1] ?? 0;
      ends[at++] = ring[i]?.[0] ?? 0;
      ends[at++] = ring[i]?.[1] ?? 0;
    }
  }
  return ends;
}

function boxOf(ends: Float64Array): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  // Rings are closed, so the beginnings of the edges are all points there are.
  for (let edge = 0; edge < ends.length; edge += 4) {
    const x = ends[edge] ?? 0;
    const y = ends[edge + 1] ?? 0;
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
  return box;
}

function sortIntoBands(ends: Float64Array, south: number, north: number): { counts: Uint32Array; ends: Float64Array } {
  const bands = Math.max(1, Math.min(MOST_BANDS, Math.floor(ends.length / 4 / EDGES_PER_BAND)));
  const counts = new Uint32Array(bands);
  const firstBand = (edge: number) => bandAt(Math.min(ends[edge + 1] ?? 0, ends[edge + 3] ?? 0), south, north, bands);
  const lastBand = (edge: number) => bandAt(Math.max(ends[edge + 1] ?? 0, ends[edge + 3] ?? 0), south, north, bands);
  for (let edge = 0; edge < ends.length; edge += 4) {
    for (let band = firstBand(edge); band <= lastBand(edge); band++) counts[band] = (counts[band] ?? 0) + 1;
  }
  const next = new Uint32Array(bands);
  for (let band = 1; band < bands; band++) next[band] = (next[band - 1] ?? 0) + (counts[band - 1] ?? 0);
  const sorted = new Float64Array(counts.reduce((sum, count) => sum + count, 0) * 4);
  for (let edge = 0; edge < ends.length; edge += 4) {
    for (let band = firstBand(edge); band <= lastBand(edge); band++) {
      const place = next[band] ?? 0;
      sorted.set(ends.subarray(edge, edge + 4), place * 4);
      next[band] = place + 1;
    }
  }
  return { counts, ends: sorted };
}

/** The band grows with the height and with nothing else, so an edge is in every band that a point on it can have. */
function bandAt(y: number, south: number, north: number, bands: number): number {
  return north > south ? Math.min(bands - 1, Math.floor(((y - south) / (north - south)) * bands)) : 0;
}

/** Whether a point lies in an area or on its border, decided exactly; holes are outside (even-odd). */
export function contains(packed: PackedAreas, area: number, position: Position): boolean {
  const { boxes, bandsOf, edgesOf, ends } = packed;
  const x = position[0];
  const y = position[1];
  const box = area * 4;
  const south = boxes[box + 1] as number;
  const north = boxes[box + 3] as number;
  if (y < south || y > north || x < (boxes[box] as number) || x > (boxes[box + 2] as number)) return false;
  const first = bandsOf[area] as number;
  const band = first + bandAt(y, south, north, (bandsOf[area + 1] as number) - first);
  const last = (edgesOf[band + 1] as number) * 4;
  let inside = false;
  for (let edge = (edgesOf[band] as number) * 4; edge < last; edge += 4) {
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

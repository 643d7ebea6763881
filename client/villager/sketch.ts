import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { fetchJson } from './ask.ts';

/** The boundaries of a level as the server sends them. */
export type Sketch = FeatureCollection<Polygon | MultiPolygon, { code: string; name: string }>;

const loaded = new Map<string, Promise<Sketch>>();

/** The boundaries of a level, fetched once; a fetch that failed is tried again. */
export function loadSketch(level: string): Promise<Sketch> {
  let sketch = loaded.get(level);
  if (!sketch) {
    sketch = fetchJson('/api/boundaries', { level }) as Promise<Sketch>;
    sketch.catch(() => loaded.delete(level));
    loaded.set(level, sketch);
  }
  return sketch;
}

/** The code of the place that holds a position (longitude, latitude); null outside all of them. */
export function placeAt({ features }: Sketch, position: readonly [lng: number, lat: number]): string | null {
  for (const { geometry, properties } of features) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    // Inside an odd number of rings: in the outer one and in no hole.
    if (polygons.some((rings) => rings.filter((ring) => holds(ring, position)).length % 2 === 1))
      return properties.code;
  }
  return null;
}

function holds(ring: readonly Position[], [lng, lat]: readonly [number, number]): boolean {
  let inside = false;
  for (let index = 0; index + 1 < ring.length; index += 1) {
    const [x1 = 0, y1 = 0] = ring[index] ?? [];
    const [x2 = 0, y2 = 0] = ring[index + 1] ?? [];
    if (y1 > lat !== y2 > lat && lng < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

/** [west, south, east, north] around all of them; null where there are none. */
export function boundsOf({ features }: Sketch): [number, number, number, number] | null {
  const box: [number, number, number, number] = [180, 90, -180, -90];
  for (const { geometry } of features) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const [lng = 0, lat = 0] of polygons.flatMap(([outer = []]) => outer)) {
      box[0] = Math.min(box[0], lng);
      box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lng);
      box[3] = Math.max(box[3], lat);
    }
  }
  return box[0] > box[2] ? null : box;
}

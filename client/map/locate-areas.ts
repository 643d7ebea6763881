import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { LevelBoundaries } from './boundaries.ts';
import { labelPoint } from './label-point.ts';

type Boundaries = FeatureCollection<Polygon | MultiPolygon | null, { code: string; name: string }>;

/** The columns of a level from its GeoJSON. Areas of several parts are labelled on their widest. */
export function locateAreas(level: string, { features }: Boundaries): LevelBoundaries {
  const drawn = features.flatMap(({ geometry, properties }) =>
    geometry === null
      ? []
      : [{ properties, polygons: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates }],
  );
  const lng = new Float64Array(drawn.length);
  const lat = new Float64Array(drawn.length);
  const bounds = new Float64Array(drawn.length * 4);
  for (const [index, { polygons }] of drawn.entries()) {
    const boxes = polygons.map((rings) => boxOf(rings[0] ?? []));
    const largest = boxes.reduce((best, box, at) => (areaOf(box) > areaOf(boxes[best] ?? box) ? at : best), 0);
    [lng[index], lat[index]] = labelPoint(polygons[largest] ?? []);
    bounds.set(boxes.reduce(union), index * 4);
  }
  return {
    level,
    codes: drawn.map(({ properties }) => properties.code),
    names: drawn.map(({ properties }) => properties.name),
    lng,
    lat,
    bounds,
  };
}

type Box = [west: number, south: number, east: number, north: number];

function boxOf(ring: readonly Position[]): Box {
  const box: Box = [180, 90, -180, -90];
  for (const [lng = 0, lat = 0] of ring) {
    if (lng < box[0]) box[0] = lng;
    if (lat < box[1]) box[1] = lat;
    if (lng > box[2]) box[2] = lng;
    if (lat > box[3]) box[3] = lat;
  }
  return box;
}

function areaOf([west, south, east, north]: Box): number {
  return (east - west) * (north - south);
}

function union(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

import { sentence } from '../intake/sentence.ts';
import type { AreaRejection } from '../model/area.ts';
import type { ToWgs84 } from './to-wgs84.ts';
import type { Point } from './turn.ts';

export type Polygons = readonly (readonly (readonly Point[])[])[];

export interface GeometryFault {
  readonly reason: AreaRejection;
  readonly detail: string;
}

/** The polygons of a GeoJSON geometry in degrees; null for an area without a map, a fault for anything that is no area. */
export function readPolygons(geometry: unknown, toWgs84: ToWgs84 = (point) => point): Polygons | GeometryFault | null {
  if (geometry === null || geometry === undefined) return null;
  const found = polygonsOf(geometry);
  if (found === null) {
    const type = String((geometry as { type?: unknown }).type);
    return { reason: 'not-a-polygon', detail: sentence(`几何类型是“${type}”，不是面`, `“${type}” is no polygon`) };
  }
  if (found.length === 0) return null;
  const polygons = found.map((rings) => rings.map((ring) => ring.map((point) => toWgs84(point))));
  for (const point of polygons.flat(2)) {
    const fault = pointFault(point);
    if (fault !== null) return fault;
  }
  return polygons;
}

/** Null when the geometry is, or contains, anything but polygons. */
function polygonsOf(geometry: unknown): Polygons | null {
  const { type, coordinates, geometries } = geometry as { type?: unknown; coordinates?: unknown; geometries?: unknown };
  if (type === 'GeometryCollection' && Array.isArray(geometries)) {
    const members = geometries.map(polygonsOf);
    return members.every((member) => member !== null) ? members.flat() : null;
  }
  if (!Array.isArray(coordinates) || (type !== 'Polygon' && type !== 'MultiPolygon')) return null;
  const polygons: unknown[] = type === 'Polygon' ? [coordinates] : coordinates;
  return polygons.every(isPolygon) ? polygons.filter((rings) => rings.length > 0) : null;
}

function isPolygon(rings: unknown): rings is Point[][] {
  return Array.isArray(rings) && rings.every((ring) => Array.isArray(ring) && ring.every(Array.isArray));
}

function pointFault([lng, lat]: Point): GeometryFault | null {
  if (!Number.isFinite(lng) || !Number.isFinite(lat)) {
    const detail = sentence(`坐标 [${lng}, ${lat}] 不是数`, `The position [${lng}, ${lat}] is not made of numbers`);
    return { reason: 'boundary-beyond-repair', detail };
  }
  if (Math.abs(lng as number) <= 180 && Math.abs(lat as number) <= 90) return null;
  const detail = sentence(
    `坐标 [${lng}, ${lat}] 不是经纬度（经度在前），可能是投影坐标或经纬颠倒`,
    `[${lng}, ${lat}] is not longitude and latitude in degrees: projected, or the wrong way round`,
  );
  return { reason: 'not-wgs84', detail };
}

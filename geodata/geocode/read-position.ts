import { knownSystem } from '../coordinates/known-systems.ts';
import type { PlaceProblem, Position } from '../model/place.ts';

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?$/;

/** Coordinates as written, in WGS84 degrees or the system that is named → a position in WGS84, or what is wrong with them. */
export function readPosition(lngText: string | null, latText: string | null, crs?: string): Position | PlaceProblem {
  const lng = readCoordinate(lngText);
  const lat = readCoordinate(latText);
  if (lng === null || lat === null) return 'coordinates-unreadable';
  if (crs !== undefined) return fromSystem(lng, lat, crs);
  if (Math.abs(lng) > 180 || Math.abs(lat) > 90) return 'coordinates-out-of-range';
  // What programs write where they know no place; nobody does business in that part of the Atlantic.
  if (lng === 0 && lat === 0) return 'null-island';
  return [lng, lat];
}

function fromSystem(x: number, y: number, crs: string): Position | PlaceProblem {
  if (x === 0 && y === 0) return 'null-island';
  return knownSystem(crs).toWgs84(x, y) ?? 'coordinates-out-of-range';
}

/** A plain number; no separators, no degrees and minutes. */
export function readCoordinate(text: string | null): number | null {
  const plain = (text ?? '').normalize('NFKC').trim();
  return NUMBER.test(plain) ? Number(plain) : null;
}

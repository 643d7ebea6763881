import type { PlaceProblem, Position } from '../model/place.ts';

const DEGREES = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?$/;

/** WGS 84 degrees as written → a position, or what is wrong with them. */
export function readPosition(lngText: string | null, latText: string | null): Position | PlaceProblem {
  const lng = readDegrees(lngText);
  const lat = readDegrees(latText);
  if (lng === null || lat === null) return 'coordinates-unreadable';
  if (Math.abs(lng) > 180 || Math.abs(lat) > 90) return 'coordinates-out-of-range';
  // What programs write where they know no place; nobody does business in that part of the Atlantic.
  if (lng === 0 && lat === 0) return 'null-island';
  return [lng, lat];
}

function readDegrees(text: string | null): number | null {
  const plain = (text ?? '').normalize('NFKC').trim();
  return DEGREES.test(plain) ? Number(plain) : null;
}

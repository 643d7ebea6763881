import type { Rejection } from '../model/record.ts';
import { cellText } from './cell-text.ts';
import type { NamedRow } from './named-rows.ts';
import { sentence } from './sentence.ts';
import { shorten } from './shorten.ts';

const KEPT_OF_UNREADABLE = 1_000;
/** Numbers that a double would not give back as they are written: many digits, or an exponent. */
const DELICATE = /\d[\d.]{15}|\d[eE]/;
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Reads the text of one JSON record as a row: its members are its cells. Long numbers keep their digits. Of a GeoJSON Feature the
 * properties are the cells; a point becomes `longitude` and `latitude`, another geometry stays as JSON in `geometry`.
 */
export function readJsonRecord(line: number, text: string): NamedRow | Rejection {
  const json = parse(text);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return unreadable(line, text);
  const record = json as JsonObject;
  const values = record.type === 'Feature' ? featureValues(record) : memberValues(record);
  return { line, text: cellText(text), values };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(DELICATE.test(text) ? text.replace(TOKENS, keepDigits) : text);
  } catch {
    return undefined;
  }
}

/** A delicate number as a string of its digits, an ordinary token as it is. */
function keepDigits(token: string): string {
  if (token.startsWith('"') || String(Number(token)) === token || !DELICATE.test(token)) return token;
  return /[eE]/.test(token) ? token : `"${token}"`;
}

function memberValues(record: JsonObject): Map<string, string> {
  return new Map(Object.entries(record).map(([key, value]) => [cellText(key), cellText(value)]));
}

/** Members of a Feature that are no properties go by names that no property here has. */
function featureValues({ id, properties, geometry }: JsonObject): Map<string, string> {
  const values = memberValues((properties ?? {}) as JsonObject);
  const add = (name: string, value: unknown) => {
    let free = name;
    while (values.has(free)) free = `geojson ${free}`;
    values.set(free, cellText(value));
  };
  if (id !== undefined && id !== null) add('id', id);
  const point = pointOf(geometry);
  if (point !== null) {
    add('longitude', Number(point[0]));
    add('latitude', Number(point[1]));
  } else if (geometry !== undefined && geometry !== null) add('geometry', geometry);
  return values;
}

function pointOf(geometry: unknown): readonly unknown[] | null {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  if (!Array.isArray(coordinates)) return null;
  if (type === 'Point') return coordinates.length >= 2 ? coordinates : null;
  const [only] = coordinates;
  return type === 'MultiPoint' && coordinates.length === 1 && Array.isArray(only) && only.length >= 2 ? only : null;
}

function unreadable(line: number, text: string): Rejection {
  const detail = sentence('不是一个有效的 JSON 对象', 'This is no valid JSON object');
  return { line, reason: 'json-unreadable', detail, text: cellText(shorten(text, KEPT_OF_UNREADABLE)) };
}

import type { FileKind } from './detect-format.ts';

/** Stands before each text of a sequence (RFC 8142). */
const RECORD_SEPARATOR = '\u001e';

/**
 * What a text is that begins as JSON does; null when it does not. One object a line is JSON lines (also Features one a line, then
 * GeoJSON of records or areas by their geometry); an array holds records; one object holds GeoJSON.
 */
export function detectJson(text: string, name: string): FileKind | null {
  const start = text
    .replace(/^\uFEFF/, '')
    .replace(RECORD_SEPARATOR, '')
    .replace(LEADING_COMMENTS, '');
  if (start.startsWith('[')) return /^\[\s*[{\]]/.test(start) ? { kind: 'records', format: 'json' } : null;
  if (!/^\{\s*("|\/|\}|$)/.test(start)) return null;
  if (isGeoJson(start)) return geoJsonKind(start);
  return isLineByLine(start) || /\.(jsonl|ndjson)(\.gz)?$/i.test(name)
    ? { kind: 'records', format: 'json-lines' }
    : { kind: 'records', format: 'json' };
}

const LEADING_COMMENTS = /^(?:\s*(?:\/\/[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/))+\s*/;

function isGeoJson(text: string): boolean {
  return /"type"\s*:\s*"(FeatureCollection|Feature)"/.test(text);
}

function geoJsonKind(text: string): FileKind {
  const [, geometry] = /"type"\s*:\s*"((?:Multi)?(?:Point|LineString|Polygon)|GeometryCollection)"/.exec(text) ?? [];
  const areas = geometry === undefined || geometry.endsWith('Polygon') || geometry === 'GeometryCollection';
  return areas ? { kind: 'areas', format: 'geojson' } : { kind: 'records', format: 'geojson' };
}

/** Whether each line is an object by itself: the first one is, and another follows. */
export function isLineByLine(text: string): boolean {
  const start = bare(text);
  const end = start.indexOf('\n');
  if (end < 0 || !bare(start.slice(end)).startsWith('{')) return false;
  try {
    const json: unknown = JSON.parse(start.slice(0, end));
    return typeof json === 'object' && json !== null && !Array.isArray(json);
  } catch {
    return false;
  }
}

function bare(text: string): string {
  const start = text.trimStart();
  return start.startsWith(RECORD_SEPARATOR) ? bare(start.slice(1)) : start;
}

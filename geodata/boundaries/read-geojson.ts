import stripJsonComments from 'strip-json-comments';
import { IntakeError } from '../intake/intake-error.ts';
import { sentence } from '../intake/sentence.ts';
import { jsonFault } from './json-fault.ts';

export interface GeoJsonFile {
  readonly features: readonly unknown[];
  /** The name of the coordinate reference system when the file states one (the `crs` member of GeoJSON 2008). */
  readonly crs: string | null;
}

/**
 * The features of a GeoJSON text: a FeatureCollection, a single Feature or one Feature a line. Comments and trailing commas, which
 * JSON does not know but people write, are passed over. Throws an IntakeError that says what is wrong and where.
 */
export function readGeoJson(text: string): GeoJsonFile {
  const lines = text.split('\n', 2);
  if (lines.length === 2 && isFeature(parsed(lines[0] ?? ''))) return { features: readLines(text), crs: null };
  return featuresOf(parse(text));
}

function readLines(text: string): unknown[] {
  return text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [parse(line, i)]));
}

function featuresOf(json: unknown): GeoJsonFile {
  const { type, features, crs } = (json ?? {}) as { type?: unknown; features?: unknown; crs?: unknown };
  if (type === 'FeatureCollection' && Array.isArray(features)) return { features, crs: crsName(crs) };
  if (type === 'Feature') return { features: [json], crs: crsName(crs) };
  const found = typeof type === 'string' ? `“type”: “${type}”` : sentence('没有 type', 'no “type”');
  throw new IntakeError(
    sentence(`不是 GeoJSON 要素集合（${found}）`, `This is no GeoJSON FeatureCollection: it has ${found}`),
  );
}

function crsName(crs: unknown): string | null {
  if (crs === undefined || crs === null) return null;
  const name = (crs as { properties?: { name?: unknown } }).properties?.name;
  return typeof name === 'string' ? name : JSON.stringify(crs);
}

function isFeature(json: unknown): boolean {
  return (json as { type?: unknown } | undefined)?.type === 'Feature';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parse(text: string, linesBefore = 0): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    // What is taken out leaves blanks behind, so that a fault is told where it stands in the file.
    const uncommented = stripJsonComments(text);
    // A comma with nothing before it is no trailing comma but a gap, where something may have been.
    const plain = /[[{]\s*,/.test(uncommented) ? uncommented : stripJsonComments(text, { trailingCommas: true });
    const lenient = plain === text ? undefined : parsed(plain);
    if (lenient !== undefined) return lenient;
    const before = text.slice(0, jsonFault(plain)).split('\n');
    const line = linesBefore + before.length;
    const column = (before.at(-1)?.length ?? 0) + 1;
    throw new IntakeError(
      sentence(`第 ${line} 行第 ${column} 列不是有效的 JSON`, `Line ${line}, column ${column} is not valid JSON`),
      { cause },
    );
  }
}

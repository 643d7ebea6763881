import type { Json } from '../../geodata/model/trace.ts';

/** Longer texts than this are nobody's name or purpose. */
const LONGEST = 1_000;

/**
 * A text as PostgreSQL can hold it: it takes neither NUL nor half a surrogate pair. Every other control character is kept as
 * data; what writes entries to a terminal or a log escapes them.
 */
export function storableText(text: string): string {
  return text
    .slice(0, LONGEST)
    .replaceAll('\0', '\u2400')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** Content as jsonb can hold it and JSON gives it back: texts as above but of any length, numbers finite. */
export function storableJson(value: Json): Json {
  if (typeof value === 'string') return value.replaceAll('\0', '\u2400').replace(/\p{Surrogate}/gu, '\uFFFD');
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(storableJson);
  const parts = Object.entries(value).flatMap(([key, part]: [string, Json | undefined]) =>
    part === undefined ? [] : [[storableJson(key) as string, storableJson(part)] as const],
  );
  return Object.fromEntries(parts);
}

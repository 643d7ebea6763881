/** The properties of a GeoJSON feature; empty when it has none. */
export function propertiesOf(feature: unknown): Readonly<Record<string, unknown>> {
  const properties = (feature as { properties?: unknown } | null)?.properties;
  return typeof properties === 'object' && properties !== null ? (properties as Record<string, unknown>) : {};
}

/** A code or name as text: numbers exactly as they print, texts with their leading zeros; null when there is none. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' ? null : text;
}

/** A count of something, e.g. households; null when there is none or it is negative. */
export function countOf(value: unknown): number | null {
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value.replaceAll(',', '')) : value;
  return typeof count === 'number' && Number.isFinite(count) && count >= 0 ? count : null;
}

/** Other names, as a list or as one text with commas, semicolons or bars between them. */
export function listOf(value: unknown): string[] {
  const parts: unknown[] = Array.isArray(value) ? value : (textOf(value)?.split(/[,，;；、|]/) ?? []);
  return [...new Set(parts.map(textOf).filter((text) => text !== null))];
}

import { propertiesOf } from './read-property.ts';

type Properties = Readonly<Record<string, unknown>>;

/**
 * Whether two features with the same code are parts of one area: all their texts agree. Numbers are not compared (lengths and
 * surfaces differ between parts), nor are texts that no two features of the file share, because those name the row.
 */
export function createSameArea(features: readonly unknown[]): (a: Properties, b: Properties) => boolean {
  let compared: readonly string[] | null = null;
  return (a, b) => {
    // Most files repeat no code, and then nothing needs to be looked through.
    compared ??= sharedTexts(features);
    return compared.every((field) => a[field] === b[field]);
  };
}

/** The fields in which some text occurs more than once. */
function sharedTexts(features: readonly unknown[]): string[] {
  const seen = new Map<string, Set<string>>();
  const shared = new Set<string>();
  for (const feature of features) {
    for (const [field, value] of Object.entries(propertiesOf(feature))) {
      if (typeof value !== 'string' || shared.has(field)) continue;
      const texts = seen.get(field) ?? new Set();
      if (texts.has(value)) shared.add(field);
      seen.set(field, texts.add(value));
    }
  }
  return [...shared];
}

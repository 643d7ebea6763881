import { resolveEntities } from './create-xml-scanner.ts';

const patterns = new Map<string, RegExp>();

/** The value of an attribute, whatever its prefix; null when it is absent. */
export function attribute(attributes: string, name: string): string | null {
  let pattern = patterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const match = pattern.exec(attributes);
  return match === null ? null : resolveEntities(match[1] ?? match[2] ?? '');
}

/**
 * Distinct names for the columns of a header: trimmed; a name that comes again is numbered, an empty one goes by its
 * position: `cost`, `cost (2)`, `column 3`.
 */
export function columnNames(header: readonly string[]): string[] {
  const wanted = header.map((name, index) => nameOf(name.trim(), index));
  const reserved = new Set(wanted);
  const used = new Set<string>();
  return wanted.map((name) => {
    let distinct = name;
    for (let copy = 2; used.has(distinct); copy += 1) {
      const numbered = `${name} (${copy})`;
      if (!reserved.has(numbered)) distinct = numbered;
    }
    used.add(distinct);
    return distinct;
  });
}

/** `__proto__` is no name for a key of a plain object. */
function nameOf(name: string, index: number): string {
  return name === '' || name === '__proto__' ? `column ${index + 1}` : name;
}

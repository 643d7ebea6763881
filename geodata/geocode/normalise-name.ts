const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/**
 * The form in which names of areas are compared: case, width, diacritics, punctuation and white space do not count; the order
 * of words does. Between Chinese characters there is no space at all.
 */
export function normaliseName(name: string): string {
  const lower = name.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .trim();
}

/** A name and what it says beside and within its brackets: COTABATO (NORTH COTABATO), COTABATO, NORTH COTABATO. */
export function nameAlternatives(name: string): string[] {
  const inside = [...name.matchAll(/[(（]([^()（）]*)[)）]/g)].map(([, part]) => part ?? '');
  if (inside.length === 0) return [name];
  const outside = name.replace(/[(（][^()（）]*[)）]/g, ' ');
  return [name, outside, ...inside];
}

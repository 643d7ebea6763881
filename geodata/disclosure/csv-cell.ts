/** Characters with which a spreadsheet takes a text for a formula, or hides one behind it; full-width forms included. */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;

/**
 * One cell of an exported CSV file: quoted after RFC 4180 where needed, and harmless in a spreadsheet. A text that would be
 * read as a formula gets an apostrophe in front (ASVS 5.0, V1.2.10); numbers stay numbers, absent values stay empty.
 */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

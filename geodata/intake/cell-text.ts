import { plainNumber } from './plain-number.ts';

/** NUL, which PostgreSQL refuses, and what may be half of a character: most texts have neither. */
const SUSPECT = /[\0\ud800-\udfff]/;
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/**
 * A value of a typed format as the text of a cell: null is empty, dates are ISO dates (with the time where there is one, in UTC),
 * numbers have no exponent, lists and objects are JSON. Bytes that are no text become hexadecimal. Not a number is empty.
 */
export function cellText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return SUSPECT.test(value) ? value.replaceAll(UNSTORABLE, '\uFFFD') : value;
    case 'number':
      return Number.isFinite(value) ? plainNumber(value) : '';
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'object':
      return objectText(value);
    default:
      return '';
  }
}

function objectText(value: object | null): string {
  if (value === null) return '';
  if (value instanceof Date) return dateText(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return cellText(JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part)) ?? '');
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, -14) : text.replace('.000Z', 'Z');
}

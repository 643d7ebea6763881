import { plainNumber } from '../plain-number.ts';

/** How a spreadsheet shows the numbers of a cell, as far as their meaning depends on it. */
export type NumberFormat = 'number' | 'date' | 'time' | { readonly digits: number };

/** Built-in formats (ECMA-376 part 1, 18.8.30, with those of Chinese, Japanese and Korean versions). */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const BUILT_IN_TIMES = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]);

/** A format by its number and, where the workbook defines it, its code, e.g. `yyyy"年"m"月"d"日"`, `[$-409]h:mm AM/PM`, `000000`. */
export function numberFormat(id: number, code: string | null): NumberFormat {
  if (code === null) {
    if (BUILT_IN_DATES.has(id)) return 'date';
    return BUILT_IN_TIMES.has(id) ? 'time' : 'number';
  }
  const first = (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*./g, '');
  const bare = first.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').replace(/General|通用格式|G\/通用格式/gi, '');
  if (/^0{2,}$/.test(bare)) return { digits: bare.length };
  if (/[yd年日]|e{1,4}(?![+-])/i.test(bare) && !/[#0?]/.test(bare.replace(/s\.0+/gi, ''))) return 'date';
  if (/m/i.test(bare) && !/[hs#0?]/i.test(bare)) return 'date';
  return /[hs]/i.test(bare) && !/[#?]/.test(bare) ? 'time' : 'number';
}

const DAY = 86_400;
const UNIX_EPOCH_1900 = 25_569;
const UNIX_EPOCH_1904 = 24_107;
/** Before it, day numbers of the 1900 system count a 29 February 1900 that never was. */
const FIRST_SURE_DAY = 61;
/** 9999-12-31. */
const LAST_DAY = 2_958_465;

/**
 * A number of a cell as text. Integers keep their digits; others are rounded to the 15 digits that a spreadsheet shows, so that
 * 0.1 + 0.2 is 0.3; never an exponent. Dates are ISO, with the time where there is one. Formats like `000000` keep leading zeros.
 */
export function numberText(value: string, format: NumberFormat, from1904: boolean): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  if (format === 'date' || format === 'time') {
    const text = momentText(number, format, from1904);
    if (text !== null) return text;
  }
  const text = /^-?\d+$/.test(value) ? value : plainNumber(Number(number.toPrecision(15)));
  return typeof format === 'object' && /^\d+$/.test(text) ? text.padStart(format.digits, '0') : text;
}

/** Null for what is no moment: negative numbers, elapsed hours, days beyond the calendar. */
function momentText(serial: number, format: 'date' | 'time', from1904: boolean): string | null {
  if (serial < 0 || serial > LAST_DAY) return null;
  if (serial < 1) return format === 'time' ? iso(serial, 0).slice(11) : null;
  if (format === 'time') return null;
  if (from1904) return dateText(serial, UNIX_EPOCH_1904);
  if (serial >= FIRST_SURE_DAY) return dateText(serial, UNIX_EPOCH_1900);
  return serial < FIRST_SURE_DAY - 1 ? dateText(serial, UNIX_EPOCH_1900 - 1) : null;
}

function dateText(serial: number, epoch: number): string {
  const text = iso(serial, epoch);
  return text.endsWith('T00:00:00') ? text.slice(0, 10) : text;
}

function iso(serial: number, epoch: number): string {
  return new Date(Math.round((serial - epoch) * DAY) * 1_000).toISOString().slice(0, 19);
}

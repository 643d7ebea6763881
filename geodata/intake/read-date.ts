import type { DateFormat } from '../model/dataset.ts';
import { sentence } from './sentence.ts';

const TIME = '(?:[T ]\\s*\\d{1,2}:\\d{2}.*)?$';
const YEAR_FIRST = {
  dashed: new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${TIME}`),
  slashed: new RegExp(`^(\\d{4})/(\\d{1,2})/(\\d{1,2})${TIME}`),
  dotted: new RegExp(`^(\\d{4})\\.(\\d{1,2})\\.(\\d{1,2})${TIME}`),
  chinese: /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?(?:\s*\d{1,2}[:时].*)?$/,
  compact: /^(\d{4})(\d{2})(\d{2})(?:\d{6})?(?:\.0+)?$/,
};
const SLASHED = new RegExp(`^(\\d{1,2})/(\\d{1,2})/(\\d{4})${TIME}`);
const EPOCH = /^-?\d+(?:\.0+)?$/;

/** Years outside are slips (0026) or stand for something else (9999). */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/**
 * The ISO date that a trimmed text says in the declared format; null when it says none or an impossible one. A date-time keeps
 * its date as written; epochs are read in UTC.
 */
export function readDate(text: string, format: DateFormat): string | null {
  const plain = /^[\x20-\x7e]*$/.test(text) ? text : text.normalize('NFKC');
  switch (format) {
    case 'YYYY-MM-DD':
      return yearFirst(YEAR_FIRST.dashed, plain);
    case 'YYYY/MM/DD':
      return yearFirst(YEAR_FIRST.slashed, plain);
    case 'YYYYMMDD':
      return yearFirst(YEAR_FIRST.compact, plain);
    case 'MM/DD/YYYY':
    case 'DD/MM/YYYY':
      return yearLast(plain, format);
    case 'epoch-ms':
      return epoch(plain, 1);
    case 'epoch-s':
      return epoch(plain, 1000);
    case 'auto':
      return readAny(plain);
  }
}

/** What a column in this format should hold, for the person who mends the file. */
export function expectedDate(format: DateFormat): string {
  if (format !== 'auto') return sentence(`应为格式 ${format} 的日期`, `a date in the format ${format} was expected`);
  return sentence(
    '应为 2021-03-15 这样的日期；日和月的先后不能猜，请声明格式 MM/DD/YYYY 或 DD/MM/YYYY',
    'a date such as 2021-03-15 was expected; whether day or month comes first is not guessed: declare the format MM/DD/YYYY or DD/MM/YYYY',
  );
}

function readAny(text: string): string | null {
  if (/^\d{10}(?:\.0+)?$/.test(text)) return epoch(text, 1000);
  if (/^\d{13}(?:\.0+)?$/.test(text)) return epoch(text, 1);
  for (const pattern of Object.values(YEAR_FIRST)) {
    if (pattern.test(text)) return yearFirst(pattern, text);
  }
  return null;
}

function yearFirst(pattern: RegExp, text: string): string | null {
  const [, year, month, day] = pattern.exec(text) ?? [];
  return year === undefined ? null : isoDate(Number(year), Number(month), Number(day));
}

function yearLast(text: string, format: 'MM/DD/YYYY' | 'DD/MM/YYYY'): string | null {
  const [, first, second, year] = SLASHED.exec(text) ?? [];
  if (year === undefined) return null;
  const [month, day] = format === 'MM/DD/YYYY' ? [first, second] : [second, first];
  return isoDate(Number(year), Number(month), Number(day));
}

function epoch(text: string, unit: number): string | null {
  const date = new Date(EPOCH.test(text) ? Number(text) * unit : Number.NaN);
  if (Number.isNaN(date.getTime())) return null;
  return isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function isoDate(year: number, month: number, day: number): string | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null;
  if (day < 1 || day > daysIn(year, month)) return null;
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

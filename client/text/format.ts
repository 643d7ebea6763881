import type { Language } from './language.ts';

/** How numbers and dates are written in a language. Absent values are a dash, never a zero. */
export interface Format {
  /** 12,345 */
  readonly count: (value: number | null) => string;
  /** 90.7% */
  readonly percent: (share: number | null) => string;
  /** 2.4 */
  readonly decimal: (value: number | null) => string;
  /** 41.7万 / 417K: where room is short. */
  readonly compact: (value: number | null) => string;
  /** 1,240 or 1,240.50: to the cent when there are cents. */
  readonly amount: (value: number | null) => string;
  /** 2020年3月 / Mar 2020, from an ISO date. */
  readonly month: (date: string | null) => string;
  /** 2020-03-14 14:05 in local time. */
  readonly moment: (time: string | null) => string;
  readonly bytes: (value: number) => string;
}

export const ABSENT = '–';

/** The writer of a language; made once for each. */
export function formatIn(language: Language): Format {
  return FORMATS[language];
}

function createFormat(locale: string): Format {
  const number = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(locale, options);
    return (value: number | null) => (value === null || !Number.isFinite(value) ? ABSENT : format.format(value));
  };
  const month = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
  const cents = number({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const whole = number({ maximumFractionDigits: 0 });
  const size = number({ maximumFractionDigits: 1 });
  return {
    count: whole,
    percent: number({ style: 'percent', maximumFractionDigits: 1 }),
    decimal: number({ maximumFractionDigits: 1 }),
    compact: number({ notation: 'compact', maximumSignificantDigits: 3 }),
    amount: (value) => (value !== null && !Number.isInteger(value) ? cents(value) : whole(value)),
    month: (date) => (date === null ? ABSENT : month.format(new Date(date))),
    moment: (time) => (time === null ? ABSENT : moment.format(new Date(time))),
    bytes: (value) => (value < 1e6 ? `${size(value / 1e3)} kB` : `${size(value / 1e6)} MB`),
  };
}

const FORMATS: Readonly<Record<Language, Format>> = { zh: createFormat('zh-CN'), en: createFormat('en-GB') };

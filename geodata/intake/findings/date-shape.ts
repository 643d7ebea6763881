const YEAR_FIRST = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:\D|$)/;
const SHORT_YEAR = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$/;

/** How a text that looks like a date is written. `either`: 03/04/2021, which is two days. */
export type DateShape = 'year-first' | 'day-first' | 'month-first' | 'either' | 'short-year';

/** The shape of a date, null when the text looks like none. Whether the day exists is not asked. */
export function dateShape(text: string): DateShape | null {
  if (!startsWithDigit(text)) return null;
  if (YEAR_FIRST.test(text)) return 'year-first';
  if (SHORT_YEAR.test(text)) return 'short-year';
  const [, first, second] = YEAR_LAST.exec(text) ?? [];
  if (first === undefined) return null;
  if (Number(first) > 12) return 'day-first';
  return Number(second) > 12 ? 'month-first' : 'either';
}

/** Most cells are no dates: that is seen by their first character. */
const startsWithDigit = (text: string): boolean => {
  const code = text.charCodeAt(0);
  return code >= 0x30 && code <= 0x39;
};

/** The year that a date is written with, null for two digits and for what is no date. */
export function yearOf(text: string): number | null {
  if (!startsWithDigit(text)) return null;
  const year = YEAR_FIRST.exec(text)?.[1] ?? YEAR_LAST.exec(text)?.[3];
  return year === undefined ? null : Number(year);
}

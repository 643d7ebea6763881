import type { Period } from '../../geodata/model/period.ts';

/** The half-open period of a calendar year. */
export function yearPeriod(year: number): { from: string; until: string } {
  return { from: `${year}-01-01`, until: `${year + 1}-01-01` };
}

/** The year that a period is exactly, or null. */
export function yearOf({ from, until }: Period): number | null {
  const year = Number(from?.slice(0, 4));
  if (!from || !until || !Number.isInteger(year)) return null;
  const whole = yearPeriod(year);
  return whole.from === from && whole.until === until ? year : null;
}

/** The years from the first date to the last, latest first; at most the last 40, since one mistyped date should not make a list of centuries. */
export function yearsBetween(firstOn: string | null, lastOn: string | null): number[] {
  if (!firstOn || !lastOn) return [];
  const last = Number(lastOn.slice(0, 4));
  const first = Math.max(Number(firstOn.slice(0, 4)), last - 39);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => last - index);
}

/** First days of the months from the first date to the last, in order; at most the last 480. */
export function monthsBetween(firstOn: string | null, lastOn: string | null): string[] {
  if (!firstOn || !lastOn) return [];
  const last = monthNumber(lastOn);
  const first = Math.max(monthNumber(firstOn), last - 479);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => firstDay(first + index));
}

/** The first day of the month after a date. */
export function nextMonth(date: string): string {
  return firstDay(monthNumber(date) + 1);
}

/** The first day of the month before a date. */
export function previousMonth(date: string): string {
  return firstDay(monthNumber(date) - 1);
}

function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function firstDay(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

import type { MonthCount } from '../../geodata/model/api.ts';
import { nextMonth } from '../selection/period.ts';

/** One column for each month from the first to the last: months without records are zero, not missing. At most 600. */
export function monthColumns(months: readonly MonthCount[]): MonthCount[] {
  const known = new Map(months.map((each) => [each.month.slice(0, 7), each]));
  const last = months.at(-1)?.month.slice(0, 7);
  const columns: MonthCount[] = [];
  for (
    let month = months[0]?.month;
    month && last && month.slice(0, 7) <= last && columns.length < 600;
    month = nextMonth(month)
  ) {
    columns.push(known.get(month.slice(0, 7)) ?? { month, records: 0, topRecords: 0 });
  }
  return columns;
}

/** A round number at or above the greatest value: 1, 2 or 5 times a power of ten. */
export function axisTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((top) => top >= most) ?? most;
}

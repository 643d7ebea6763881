import type { Example } from '../../model/preview.ts';
import { dateShape } from './date-shape.ts';
import { type CreateDetector, type Found, keepExample } from './detector.ts';

interface Orders {
  readonly column: string;
  filled: number;
  dayFirst: number;
  monthFirst: number;
  either: number;
  readonly days: Example[];
  readonly months: Example[];
  readonly eithers: Example[];
}

/** Dates with the year last: both orders in one column (13/03 and 03/13), or none that tells which it is. */
export const createDateOrders: CreateDetector = ({ columns, dataset }) => {
  const orders = columns.map(
    (column): Orders => ({
      column,
      filled: 0,
      dayFirst: 0,
      monthFirst: 0,
      either: 0,
      days: [],
      months: [],
      eithers: [],
    }),
  );
  const declared = /^(MM|DD)\//.test(dataset?.date?.format ?? '') ? dataset?.date?.column : undefined;

  return {
    see({ line, fields }) {
      for (const one of orders) {
        const text = fields[one.column]?.trim() ?? '';
        if (text === '') continue;
        one.filled += 1;
        const shape = dateShape(text);
        if (shape === 'day-first') {
          one.dayFirst += 1;
          keepExample(one.days, line, text);
        } else if (shape === 'month-first') {
          one.monthFirst += 1;
          keepExample(one.months, line, text);
        } else if (shape === 'either') {
          one.either += 1;
          keepExample(one.eithers, line, text);
        }
      }
    },
    found: () => orders.flatMap((one) => judge(one, one.column === declared)),
  };
};

function judge({ column, filled, ...one }: Orders, declared: boolean): Found[] {
  const { dayFirst, monthFirst, either } = one;
  if (dayFirst > 0 && monthFirst > 0) {
    const examples = [...one.days.slice(0, 1), ...one.months.slice(0, 1)];
    const count = Math.min(dayFirst, monthFirst);
    return [{ id: 'date-orders-mixed', severity: 'fault', column, count, of: filled, examples }];
  }
  const unclear = either > 0 && dayFirst + monthFirst === 0 && either >= filled / 2 && !declared;
  if (!unclear) return [];
  return [{ id: 'date-order-unclear', severity: 'warning', column, count: either, of: filled, examples: one.eithers }];
}

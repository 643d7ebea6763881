import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisTop, monthColumns } from '../../client/chart/month-columns.ts';
import {
  monthsBetween,
  nextMonth,
  previousMonth,
  yearOf,
  yearPeriod,
  yearsBetween,
} from '../../client/selection/period.ts';

test('a year is its own period', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2999 }), (year) => {
      expect(yearOf(yearPeriod(year))).toBe(year);
    }),
  );
});

test('the month before the next month is this one', () => {
  const month = fc.tuple(fc.integer({ min: 1900, max: 2999 }), fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(month, ([year, of]) => {
      const first = `${year}-${String(of).padStart(2, '0')}-01`;
      expect(previousMonth(nextMonth(first))).toBe(first);
    }),
  );
});

test('years and months run from the first record to the last', () => {
  expect(yearsBetween('2018-07-02', '2021-06-30')).toEqual([2021, 2020, 2019, 2018]);
  expect(monthsBetween('2020-11-30', '2021-01-02')).toEqual(['2020-11-01', '2020-12-01', '2021-01-01']);
  expect(yearsBetween(null, null)).toEqual([]);
});

test('a mistyped date does not make a list of centuries', () => {
  expect(yearsBetween('0001-01-01', '2021-06-30')).toHaveLength(40);
});

test('months without records are drawn as zero', () => {
  const months = [
    { month: '2020-11-01', records: 3, topRecords: 1 },
    { month: '2021-01-01', records: 2, topRecords: 2 },
  ];
  expect(monthColumns(months).map(({ records }) => records)).toEqual([3, 0, 2]);
});

test('the axis ends at a round number that holds everything', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), (most) => {
      expect(axisTop(most)).toBeGreaterThanOrEqual(most);
    }),
  );
  expect(axisTop(13)).toBe(20);
});

import { readDate } from '../read-date.ts';
import { dateShape, yearOf } from './date-shape.ts';
import type { CreateDetector } from './detector.ts';
import { watchCells } from './watch-cells.ts';

/** A column is one of dates when half of its values look like dates. */
const HALF = 0.5;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** Values of the date column that the declared format does not read: their rows will be rejected. */
export const createUnreadableDates: CreateDetector = ({ dataset }) => {
  const date = dataset?.date;
  if (date === undefined)
    return watchCells(
      [],
      () => 'other',
      () => null,
    );
  return watchCells(
    [date.column],
    (text) => (readDate(text, date.format) === null ? 'odd' : 'usual'),
    () => ({ id: 'date-unreadable', severity: 'fault' }),
  );
};

/** 12/03/21: the century is missing, and the order too. */
export const createTwoDigitYears: CreateDetector = ({ columns }) =>
  watchCells(
    columns,
    (text) => {
      const shape = dateShape(text);
      return shape === 'short-year' ? 'odd' : shape === null ? 'other' : 'usual';
    },
    (_, { filled, odd, usual }) =>
      odd + usual >= filled * HALF ? { id: 'date-two-digit-year', severity: 'warning' } : null,
  );

/** Years such as 0026 or 9999 stand for a slip, or for something else than a year. */
export const createYearsOutOfRange: CreateDetector = ({ columns }) =>
  watchCells(
    columns,
    (text) => {
      const year = yearOf(text);
      if (year === null) return 'other';
      return year < FIRST_YEAR || year > LAST_YEAR ? 'odd' : 'usual';
    },
    (_, { filled, odd, usual }) =>
      odd + usual >= filled * HALF ? { id: 'date-out-of-range', severity: 'warning' } : null,
  );

/** Days after today in the date column, in its declared format; without a dataset, in columns of unmistakable dates. */
export const createFutureDates: CreateDetector = ({ columns, dataset, today }) =>
  watchCells(
    dataset === null ? columns : dataset.date ? [dataset.date.column] : [],
    (text) => {
      if (dataset === null && dateShape(text) !== 'year-first') return 'other';
      const day = readDate(text, dataset?.date?.format ?? 'auto');
      return day === null ? 'other' : day > today && day < `${LAST_YEAR}` ? 'odd' : 'usual';
    },
    (_, { filled, odd, usual }) =>
      dataset !== null || odd + usual >= filled * HALF ? { id: 'date-in-future', severity: 'warning' } : null,
  );

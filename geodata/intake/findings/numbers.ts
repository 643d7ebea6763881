import { readAmount } from '../read-amount.ts';
import type { CreateDetector } from './detector.ts';
import { watchCells } from './watch-cells.ts';

/** A number with a unit or a magnitude behind it: 3万, 12.5㎡, 40 kg. */
const WITH_UNIT =
  /^[¥$€₱£]?\s*[+-]?[\d,]+(?:\.\d+)?\s*(?:[万亿千百]元?|%|％|[㎡㎏㎞]|[a-zA-Z]{1,4}|[公斤亩吨套平方米户份]{1,3})$/;
/** Codes and telephone numbers are written in digits and are no numbers. */
const NO_NUMBERS = /zip|postal|post_?code|邮编|phone|电话|代码|(?:^|[_ ])(?:id|code)$/i;
/** A column is one of numbers when nine of ten of its values are. */
const MOSTLY = 0.9;

const DIGIT = /\p{Nd}/u;
const LONGEST = 40;

/** Whole numbers too large to count money with are numbers all the same. */
const isNumber = (text: string): boolean => {
  if (/^\d+$/.test(text)) return true;
  // Reading is dear for texts that are no numbers; those are mostly words, or longer than any number.
  return text.length <= LONGEST && DIGIT.test(text) && readAmount(text) !== null;
};

/** Texts in the amount column, or in a column that otherwise holds numbers. They are kept or rejected as they stand, never read as a part of them. */
export const createNotNumbers: CreateDetector = ({ columns, dataset }) => {
  const amount = dataset?.amount?.column;
  return watchCells(
    columns,
    (text) => (isNumber(text) ? 'usual' : WITH_UNIT.test(text) ? 'other' : 'odd'),
    (column, { filled, usual }) => {
      if (column === amount) return { id: 'not-a-number', severity: 'fault' };
      return usual >= filled * MOSTLY && !NO_NUMBERS.test(column) ? { id: 'not-a-number', severity: 'warning' } : null;
    },
  );
};

/** Numbers with a unit written behind them: 3万 is not 3, and nobody multiplies it here. */
export const createNumbersWithUnit: CreateDetector = ({ columns, dataset }) => {
  const amount = dataset?.amount?.column;
  return watchCells(
    columns,
    (text) => (isNumber(text) ? 'usual' : WITH_UNIT.test(text) ? 'odd' : 'other'),
    (column, { filled, odd, usual }) => {
      if (column === amount) return { id: 'number-with-unit', severity: 'fault' };
      return usual > 0 && !NO_NUMBERS.test(column) && usual + odd >= filled * MOSTLY
        ? { id: 'number-with-unit', severity: 'warning' }
        : null;
    },
  );
};

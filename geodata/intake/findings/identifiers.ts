import type { CreateDetector } from './detector.ts';
import { watchCells } from './watch-cells.ts';

/** A spreadsheet keeps 15 digits of a number and writes zeros for the rest. */
const ROUNDED = /^[1-9]\d{14}0+$/;
const LONG = /^\d{16,}$/;
const SCIENTIFIC = /^\d(?:\.\d+)?E\+(\d{2,3})$/i;
/** From twelve digits on, spreadsheets show a number as 1.23457E+11. */
const FROM_EXPONENT = 11;

const POSTAL = /zip|postal|post_?code|邮编|邮政编码/i;

/** Numbers of sixteen digits and more whose tail a spreadsheet has made zeros, or 1.23457E+17: which they were, nobody can tell. */
export const createRoundedIdentifiers: CreateDetector = ({ columns }) =>
  watchCells(
    columns,
    (text) => {
      const exponent = SCIENTIFIC.exec(text)?.[1];
      if (exponent !== undefined) return Number(exponent) >= FROM_EXPONENT ? 'odd' : 'other';
      return !LONG.test(text) ? 'other' : ROUNDED.test(text) ? 'odd' : 'usual';
    },
    // One long number in ten ends in a zero by itself; that most of them do is no chance.
    (_, { odd, usual }) => (odd > usual ? { id: 'identifier-rounded', severity: 'fault' } : null),
  );

/** ZIP codes of three or four digits, Chinese ones of five: a spreadsheet took their leading zeros for nothing. */
export const createLostZeros: CreateDetector = ({ columns }) =>
  watchCells(
    columns.filter((column) => POSTAL.test(column)),
    (text, column) => {
      const short = /邮/.test(column) ? /^\d{4,5}(?:\.0+)?$/ : /^\d{3,4}(?:\.0+)?$/;
      return short.test(text) ? 'odd' : 'usual';
    },
    () => ({ id: 'leading-zeros-lost', severity: 'warning' }),
  );

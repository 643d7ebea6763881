import { readAmount } from '../read-amount.ts';
import type { CreateDetector } from './detector.ts';
import { watchCells } from './watch-cells.ts';

/** Amounts below zero: reversals, or slips. */
export const createNegativeAmounts: CreateDetector = ({ dataset }) =>
  watchCells(
    dataset?.amount ? [dataset.amount.column] : [],
    (text) => ((readAmount(text) ?? 0) < 0 ? 'odd' : 'usual'),
    () => ({ id: 'amount-negative', severity: 'note' }),
  );

/** Amounts of nothing: they count as records and not in money. */
export const createZeroAmounts: CreateDetector = ({ dataset }) =>
  watchCells(
    dataset?.amount ? [dataset.amount.column] : [],
    (text) => (readAmount(text) === 0 ? 'odd' : 'usual'),
    () => ({ id: 'amount-zero', severity: 'note' }),
  );

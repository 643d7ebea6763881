import type { Concentration, Weight } from '../model/indicator.ts';
import { concentrationRatio } from './concentration-ratio.ts';
import { effectiveNumber, hhi, unbiasedHhi } from './hhi.ts';
import type { OperatorCounts } from './operator-counts.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** A concentration whose top operator has an id but not yet a name. */
export type UnnamedConcentration = Omit<Concentration, 'topOperator'>;

/**
 * Who handles the business of one area or cell. With weight `amount` the shares, the HHI and the top operator go by amounts
 * above zero; the unbiased HHI and the Wilson bound are then null, because money is not a sample of independent draws.
 * Operators that tie for the top are told apart by id, lowest first.
 */
export function measureConcentration(counts: OperatorCounts, weight: Weight): UnnamedConcentration {
  const byRecords = weight === 'records';
  const values = byRecords ? counts.operatorRecords : counts.operatorAmounts;
  const judged = sum(counts.operatorRecords);
  const top = indexOfTop(values, counts.operatorIds);
  const topRecords = counts.operatorRecords[top] ?? 0;
  const index = hhi(values);
  return {
    records: counts.records,
    judged,
    setAside: counts.setAside,
    amount: counts.amount,
    operators: counts.operatorIds.length,
    holders: counts.holders,
    topOperatorId: counts.operatorIds[top] ?? null,
    topRecords,
    // Zero can mean that no amount was given; only a sum above zero is known to be one.
    topAmount: counts.operatorAmounts[top] || null,
    topHolders: counts.operatorHolders[top] ?? 0,
    cr1: concentrationRatio(values, 1),
    cr2: concentrationRatio(values, 2),
    cr3: concentrationRatio(values, 3),
    hhi: index,
    hhiUnbiased: byRecords ? unbiasedHhi(values) : null,
    effectiveOperators: effectiveNumber(index),
    wilsonLow: byRecords ? (wilsonInterval(topRecords, judged)?.low ?? null) : null,
  };
}

/** The largest value above zero, −1 when there is none. */
function indexOfTop(values: readonly number[], ids: readonly number[]): number {
  let top = -1;
  for (const [i, value] of values.entries()) {
    if (!(value > 0)) continue;
    const best = values[top] ?? 0;
    if (value > best || (value === best && (ids[i] ?? 0) < (ids[top] ?? 0))) top = i;
  }
  return top;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

import type { OperatorCounts } from './operator-counts.ts';

/** What several operators have in one area together; holders who dealt with more than one of them count once. */
export interface MergedCount {
  readonly records: number;
  readonly amount: number;
  readonly holders: number;
}

/** The counts of an area as if the operators `members` were one, under the first of them. */
export function mergeCounts(counts: OperatorCounts, members: readonly number[], merged: MergedCount): OperatorCounts {
  const gone = new Set(members);
  const kept = [...counts.operatorIds.keys()].filter((i) => !gone.has(counts.operatorIds[i] as number));
  const [target] = members;
  if (target === undefined || kept.length === counts.operatorIds.length) return counts;
  const pick = (column: readonly number[]) => kept.map((i) => column[i] as number);
  return {
    ...counts,
    operatorIds: [...pick(counts.operatorIds), target],
    operatorRecords: [...pick(counts.operatorRecords), merged.records],
    operatorAmounts: [...pick(counts.operatorAmounts), merged.amount],
    operatorHolders: [...pick(counts.operatorHolders), merged.holders],
  };
}

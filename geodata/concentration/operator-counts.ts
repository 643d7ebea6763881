/**
 * What one area or cell holds in one period. The four columns describe its judged records (those that name an operator and
 * are not set aside), one entry for each operator, in any order.
 */
export interface OperatorCounts {
  /** Every record: judged, set aside or without an operator. */
  readonly records: number;
  readonly setAside: number;
  /** Sum of all amounts that were given; null when none was. */
  readonly amount: number | null;
  /** Distinct holders of all records. */
  readonly holders: number;
  readonly operatorIds: readonly number[];
  readonly operatorRecords: readonly number[];
  /** Sum of the amounts above zero; 0 when there is none. */
  readonly operatorAmounts: readonly number[];
  /** Distinct holders among the operator's records. */
  readonly operatorHolders: readonly number[];
}

/** An area where nothing happened. */
export const NO_COUNTS: OperatorCounts = {
  records: 0,
  setAside: 0,
  amount: null,
  holders: 0,
  operatorIds: [],
  operatorRecords: [],
  operatorAmounts: [],
  operatorHolders: [],
};

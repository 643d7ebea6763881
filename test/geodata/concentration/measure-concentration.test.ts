import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureConcentration } from '../../../geodata/concentration/measure-concentration.ts';
import { NO_COUNTS, type OperatorCounts } from '../../../geodata/concentration/operator-counts.ts';

/*
 * A village by hand. 12 records: operator 7 has 6 (amounts 100 in all, 5 holders), operator 3 has 3 (300, 3 holders),
 * operator 9 has 1 (no amount); one record is set aside and one names nobody.
 * Shares 6/10, 3/10, 1/10: HHI (36 + 9 + 1)/100 = 4,600; unbiased (10·0.46 − 1)/9 = 4,000. By amount 3/4 and 1/4: 6,250.
 */
const village: OperatorCounts = {
  records: 12,
  setAside: 1,
  amount: 450,
  holders: 10,
  operatorIds: [3, 7, 9],
  operatorRecords: [3, 6, 1],
  operatorAmounts: [300, 100, 0],
  operatorHolders: [3, 5, 1],
};

test('a village whose answers are known by hand, by records', () => {
  expect(measureConcentration(village, 'records')).toEqual({
    records: 12,
    judged: 10,
    setAside: 1,
    amount: 450,
    operators: 3,
    holders: 10,
    topOperatorId: 7,
    topRecords: 6,
    topAmount: 100,
    topHolders: 5,
    cr1: 0.6,
    cr2: 0.9,
    cr3: 1,
    hhi: 4600,
    hhiUnbiased: 4000,
    effectiveOperators: 10_000 / 4600,
    wilsonLow: expect.closeTo(0.3127, 4),
  });
});

test('the same village by amount: another operator is on top, and nothing is claimed about chance', () => {
  expect(measureConcentration(village, 'amount')).toMatchObject({
    judged: 10,
    operators: 3,
    topOperatorId: 3,
    topRecords: 3,
    topAmount: 300,
    topHolders: 3,
    cr1: 0.75,
    cr2: 1,
    hhi: 6250,
    hhiUnbiased: null,
    effectiveOperators: 1.6,
    wilsonLow: null,
  });
});

test('without amounts, shares by amount are undefined, not zero', () => {
  const counts = { ...village, amount: null, operatorAmounts: [0, 0, 0] };
  expect(measureConcentration(counts, 'amount')).toMatchObject({
    records: 12,
    amount: null,
    topOperatorId: null,
    topRecords: 0,
    topAmount: null,
    cr1: null,
    hhi: null,
    effectiveOperators: null,
  });
});

test('where nothing happened, counts are zero and shares are undefined', () => {
  expect(measureConcentration(NO_COUNTS, 'records')).toMatchObject({
    records: 0,
    judged: 0,
    operators: 0,
    topOperatorId: null,
    topAmount: null,
    cr1: null,
    cr3: null,
    hhi: null,
    wilsonLow: null,
  });
});

test('one operator alone is measured like any other', () => {
  const monopoly = { ...village, operatorIds: [4], operatorRecords: [10], operatorAmounts: [0], operatorHolders: [9] };
  expect(measureConcentration(monopoly, 'records')).toMatchObject({
    operators: 1,
    topOperatorId: 4,
    cr1: 1,
    cr2: 1,
    hhi: 10_000,
    hhiUnbiased: 10_000,
    effectiveOperators: 1,
  });
});

test('of operators that tie the one with the lowest id is on top, in whatever order they come', () => {
  const tie = { ...village, operatorIds: [9, 3, 7], operatorRecords: [4, 4, 2] };
  expect(measureConcentration(tie, 'records').topOperatorId).toBe(3);
});

test('the order of the operators changes nothing', () => {
  const operators = fc.uniqueArray(
    fc.record({
      id: fc.nat(1000),
      records: fc.integer({ min: 1, max: 99 }),
      amount: fc.nat(9999),
      holders: fc.nat(99),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 12 },
  );
  const columns = (list: { id: number; records: number; amount: number; holders: number }[]): OperatorCounts => ({
    ...village,
    operatorIds: list.map(({ id }) => id),
    operatorRecords: list.map(({ records }) => records),
    operatorAmounts: list.map(({ amount }) => amount),
    operatorHolders: list.map(({ holders }) => holders),
  });
  fc.assert(
    fc.property(operators, fc.constantFrom('records' as const, 'amount' as const), (list, weight) => {
      const ordered = columns(list.toSorted((a, b) => a.id - b.id));
      expect(measureConcentration(columns(list), weight)).toEqual(measureConcentration(ordered, weight));
    }),
  );
});

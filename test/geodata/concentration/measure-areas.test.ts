import { expect, test } from 'vitest';
import { measureAreas } from '../../../geodata/concentration/measure-areas.ts';
import { NO_COUNTS, type OperatorCounts } from '../../../geodata/concentration/operator-counts.ts';
import type { Area } from '../../../geodata/model/area.ts';
import type { Dataset } from '../../../geodata/model/dataset.ts';
import { DEFAULT_PROFILE } from '../../../geodata/tiers/profile.ts';

const dataset: Dataset = {
  id: 'house-insurance',
  title: { zh: '农房险', en: 'House insurance' },
  key: ['no'],
  operator: 'seller',
  holder: 'household',
  place: {},
  fields: [],
  coverage: { denominator: 'rebuilt-houses' },
};

function area(id: number, rest: Partial<Area> = {}): Area {
  const denominators = { households: 1000, 'rebuilt-houses': 120 };
  return { id, level: 'village', code: `V${id}`, name: `村${id}`, parentId: 1, aliases: [], denominators, ...rest };
}

function counts(byOperator: Record<number, number>): OperatorCounts {
  const operatorIds = Object.keys(byOperator).map(Number);
  const operatorRecords = Object.values(byOperator);
  const records = operatorRecords.reduce((a, b) => a + b, 0);
  const operatorAmounts = operatorRecords.map((n) => n * 10);
  return {
    ...NO_COUNTS,
    records,
    amount: records * 10,
    holders: records,
    operatorIds,
    operatorRecords,
    operatorAmounts,
    operatorHolders: operatorRecords,
  };
}

/*
 * A town of five villages around V10: 100 of its 104 records are operator 1's. V11 has 40 records by operators 2 and 3, V12 10,
 * V13 none, V14 20 but no households. Rates of its neighbours per hundred: 4, 1, 0, so their median is 1 and V10's ratio 10.4.
 */
const input = {
  areas: [area(14, { denominators: {} }), area(10), area(11), area(12), area(13)],
  neighbours: new Map([
    [10, [11, 12, 13, 14, 99]],
    [11, [10]],
    [12, [10]],
    [13, [10]],
    [14, [10]],
  ]),
  counts: new Map([
    [10, counts({ 1: 100, 2: 4 })],
    [11, counts({ 2: 20, 3: 20 })],
    [12, counts({ 2: 10 })],
    [14, counts({ 2: 20 })],
  ]),
  parents: new Map([[1, area(1, { level: 'town', code: 'T1', name: '镇', parentId: null })]]),
  operatorNames: (id: number) => `经办人${id}`,
  dataset,
  profile: DEFAULT_PROFILE,
  weight: 'records' as const,
};

test('a town whose answers are known by hand', () => {
  const [first] = measureAreas(input);
  expect(first).toMatchObject({
    code: 'V10',
    parentCode: 'T1',
    parentName: '镇',
    tier: 'red',
    records: 104,
    topOperator: '经办人1',
    topRecords: 100,
    households: 1000,
    perHundredHouseholds: 10.4,
    coverageOf: 120,
    coverage: 100 / 120,
    neighbours: 4,
    neighbourRatio: 10.4,
    townOperators: 3,
  });
});

test('areas come sorted by code, and those without records are grey with undefined shares', () => {
  const measured = measureAreas(input);
  expect(measured.map(({ code }) => code)).toEqual(['V10', 'V11', 'V12', 'V13', 'V14']);
  expect(measured[3]).toMatchObject({ tier: 'grey', records: 0, cr1: null, hhi: null, topOperator: null });
});

test('without households there is no rate, and with too few neighbours no ratio', () => {
  const measured = measureAreas(input);
  expect(measured[4]).toMatchObject({ households: null, perHundredHouseholds: null, neighbourRatio: null });
  expect(measured[1]).toMatchObject({ perHundredHouseholds: 4, neighbours: 1, neighbourRatio: null });
});

test('an area without a parent has the choice of its surroundings', () => {
  const orphans = input.areas.map((each) => ({ ...each, parentId: null }));
  const choice = measureAreas({ ...input, areas: orphans }).map(({ code, townOperators }) => [code, townOperators]);
  expect(choice).toEqual([
    ['V10', 3],
    ['V11', 3],
    ['V12', 2],
    ['V13', 2],
    ['V14', 2],
  ]);
});

test('money changes the shares that are shown, not the tier', () => {
  const rich = { ...counts({ 1: 100, 2: 4 }), operatorAmounts: [100, 900] };
  const byAmount = measureAreas({ ...input, weight: 'amount', counts: new Map([...input.counts, [10, rich]]) });
  expect(byAmount[0]).toMatchObject({ tier: 'red', topOperator: '经办人2', topRecords: 4, cr1: 0.9, wilsonLow: null });
  expect(byAmount[0]?.parts.find(({ id }) => id === 'share')).toMatchObject({ numerator: 100, denominator: 104 });
});

test('a dataset without a comparison has no coverage and never a red area', () => {
  const { coverage, ...plain } = dataset;
  expect(coverage).toBeDefined();
  const [first] = measureAreas({ ...input, dataset: plain });
  expect(first).toMatchObject({ tier: 'orange', coverageOf: null, coverage: null });
});

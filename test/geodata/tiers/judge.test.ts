import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureConcentration } from '../../../geodata/concentration/measure-concentration.ts';
import { NO_COUNTS } from '../../../geodata/concentration/operator-counts.ts';
import { TIERS, type Tier, type TierPartId } from '../../../geodata/model/tier.ts';
import { judge, type TierMeasures } from '../../../geodata/tiers/judge.ts';
import { DEFAULT_PROFILE } from '../../../geodata/tiers/profile.ts';

interface Surroundings {
  readonly households?: number | null;
  readonly coverageOf?: number | null;
  readonly townOperators?: number;
  readonly neighbourRate?: number | null;
}

/** Measures of a village from its operators' records; each record is of another holder. */
function village(operatorRecords: number[], around: Surroundings = {}): TierMeasures {
  const operatorIds = operatorRecords.map((_, i) => i + 1);
  const records = operatorRecords.reduce((a, b) => a + b, 0);
  const operatorHolders = operatorRecords;
  const measured = measureConcentration(
    { ...NO_COUNTS, records, operatorIds, operatorRecords, operatorHolders },
    'records',
  );
  const { households = 1000, coverageOf = null, townOperators = 5, neighbourRate = 8 } = around;
  return {
    ...measured,
    townOperators,
    coverageOf,
    neighbourRate,
    recordsRate: households && (records / households) * 100,
    topRate: households && (measured.topRecords / households) * 100,
  };
}

const tierOf = (measures: TierMeasures): Tier => judge(measures, DEFAULT_PROFILE).tier;
const partOf = (measures: TierMeasures, id: TierPartId) =>
  judge(measures, DEFAULT_PROFILE).parts.find((part) => part.id === id);

/** 238 rebuilt houses, 214 policies by one seller, 22 by others. */
const luodun = village([214, 12, 10], { coverageOf: 238 });

describe('red', () => {
  test('214 of 238 houses by one of several sellers, with volume above the neighbours’', () => {
    expect(tierOf(luodun)).toBe('red');
    expect(partOf(luodun, 'coverage')).toMatchObject({ met: true, numerator: 214, denominator: 238, threshold: 0.8 });
    expect(partOf(luodun, 'share')).toMatchObject({ met: true, numerator: 214, denominator: 236 });
  });

  test('a complete monopoly where others were to be had', () => {
    expect(tierOf(village([100], { coverageOf: 110 }))).toBe('red');
  });

  test.each<[string, TierMeasures]>([
    ['volume', village([59, 5], { coverageOf: 60 })],
    ['top-rate', village([100, 5], { coverageOf: 110, neighbourRate: 10.1 })],
    ['share', village([100, 70], { coverageOf: 110 })],
    ['single-operator', { ...luodun, wilsonLow: 0.49 }],
    ['choice', village([214, 12, 10], { coverageOf: 238, townOperators: 2 })],
    ['coverage', village([100, 5], { coverageOf: 126 })],
  ])('not when %s alone is not met', (id, measures) => {
    expect(tierOf(measures)).not.toBe('red');
    const unmet = judge(measures, DEFAULT_PROFILE).parts.filter((part) => part.met !== true);
    expect(unmet.map((part) => part.id)).toContain(id);
  });

  test('fewer than fifty holders are no coverage, whatever the percentage', () => {
    const measures = { ...luodun, topHolders: 49, coverageOf: 50 };
    expect(partOf(measures, 'coverage')).toMatchObject({ met: false, numerator: 49, denominator: 50 });
    expect(tierOf(measures)).toBe('orange');
  });

  test('an unknown part is never taken for met', () => {
    expect(tierOf(village([214, 12], { coverageOf: null }))).toBe('orange');
    expect(tierOf(village([214, 12], { coverageOf: 238, households: null }))).toBe('orange');
    expect(tierOf(village([214, 12], { coverageOf: 238, neighbourRate: null }))).toBe('orange');
    expect(partOf(village([214], { coverageOf: null }), 'coverage')).toMatchObject({ met: null, value: null });
  });

  test('neighbours without any record are known neighbours: to have records is to have more', () => {
    const alone = village([214, 12], { coverageOf: 238, neighbourRate: 0 });
    expect(tierOf(alone)).toBe('red');
    expect(partOf(alone, 'top-rate')).toMatchObject({ met: true, value: null });
    expect(partOf(alone, 'neighbours')).toMatchObject({ met: null, value: null });
  });
});

test('fewer than thirty records are grey, even in one hand', () => {
  expect(tierOf(village([29], { coverageOf: 29 }))).toBe('grey');
  expect(tierOf(village([]))).toBe('grey');
});

test('a monopoly without alternatives is not coloured by its share, and says why', () => {
  const remote = village([100], { coverageOf: 110, townOperators: 2 });
  expect(tierOf(remote)).toBe('normal');
  expect(partOf(remote, 'choice')).toMatchObject({ met: false, value: 2, threshold: 3 });
  expect(partOf(remote, 'share')).toMatchObject({ met: true, value: 1 });
});

test('a long-standing local agent with 68 % of ordinary volume is orange, not red', () => {
  expect(tierOf(village([48, 15, 7], { coverageOf: 90 }))).toBe('orange');
});

test('two equal operators are concentrated enough for orange', () => {
  expect(tierOf(village([40, 40]))).toBe('orange');
  expect(partOf(village([40, 40]), 'concentration')).toMatchObject({ met: true, value: 5000 });
});

test('much business in many hands is yellow; ordinary business in many hands is normal', () => {
  const hands = [20, 20, 20, 20, 20, 20, 20, 20];
  expect(tierOf(village(hands, { neighbourRate: 8 }))).toBe('yellow');
  expect(tierOf(village(hands, { neighbourRate: 8.1 }))).toBe('normal');
});

describe('laws', () => {
  const operators = fc.array(fc.integer({ min: 1, max: 150 }), { minLength: 2, maxLength: 8 });
  const around = fc.record({
    households: fc.option(fc.integer({ min: 50, max: 3000 })),
    coverageOf: fc.option(fc.integer({ min: 1, max: 300 })),
    townOperators: fc.integer({ min: 1, max: 6 }),
    neighbourRate: fc.option(fc.integer({ min: 0, max: 30 })),
  });
  const urgency = (tier: Tier) => TIERS.indexOf(tier);

  test('more concentration, all else equal, never lowers the tier', () => {
    fc.assert(
      fc.property(operators, around, (records, surroundings) => {
        const [top = 0, second = 0, ...rest] = records.toSorted((a, b) => b - a);
        const before = tierOf(village([top, second, ...rest], surroundings));
        const after = tierOf(village([top + 1, second - 1, ...rest], surroundings));
        expect(urgency(after)).toBeLessThanOrEqual(urgency(before));
      }),
      { numRuns: 1000 },
    );
  });

  test('who the operators are changes nothing', () => {
    fc.assert(
      fc.property(operators, around, (records, surroundings) => {
        expect(judge(village(records.toReversed(), surroundings), DEFAULT_PROFILE)).toEqual(
          judge(village(records, surroundings), DEFAULT_PROFILE),
        );
      }),
    );
  });

  test('what is not known never makes red', () => {
    fc.assert(
      fc.property(operators, around, (records, surroundings) => {
        const { households, coverageOf, neighbourRate } = surroundings;
        fc.pre(households === null || coverageOf === null || neighbourRate === null);
        expect(tierOf(village(records, surroundings))).not.toBe('red');
      }),
    );
  });
});

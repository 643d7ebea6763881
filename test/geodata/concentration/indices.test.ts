import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concentrationRatio } from '../../../geodata/concentration/concentration-ratio.ts';
import { effectiveNumber, hhi, unbiasedHhi } from '../../../geodata/concentration/hhi.ts';
import { wilsonInterval } from '../../../geodata/concentration/wilson-interval.ts';

const counts = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 40 });

describe('laws', () => {
  test('the HHI of N operators lies between 10,000 / N and 10,000', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const index = hhi(values) ?? Number.NaN;
        expect(index).toBeGreaterThanOrEqual(10_000 / values.length - 1e-6);
        expect(index).toBeLessThanOrEqual(10_000);
        expect(effectiveNumber(index)).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  test('order, scale and operators without business change nothing', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 9 }), (values, factor) => {
        const other = [0, ...values.toReversed().map((value) => value * factor), 0, -3];
        expect(hhi(other)).toBeCloseTo(hhi(values) ?? Number.NaN, 6);
        expect(concentrationRatio(other, 2)).toBeCloseTo(concentrationRatio(values, 2) ?? Number.NaN, 9);
      }),
    );
  });

  test('a record that moves from a smaller operator to the largest raises every index', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: 90 }), { minLength: 2, maxLength: 9 }), (values) => {
        const [first = 0, second = 0, ...rest] = values.toSorted((a, b) => b - a);
        const moved = [first + 1, second - 1, ...rest];
        expect(hhi(moved)).toBeGreaterThan(hhi(values) ?? Number.NaN);
        expect(unbiasedHhi(moved)).toBeGreaterThan(unbiasedHhi(values) ?? Number.NaN);
        expect(concentrationRatio(moved, 1)).toBeGreaterThan(concentrationRatio(values, 1) ?? Number.NaN);
      }),
    );
  });

  test('concentration ratios rise with k and reach one', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const ratios = values.map((_, i) => concentrationRatio(values, i + 1) ?? Number.NaN);
        expect(ratios).toEqual(ratios.toSorted((a, b) => a - b));
        expect(ratios.at(-1)).toBe(1);
      }),
    );
  });

  test('the share lies inside its interval, which lies inside 0-1 and narrows with n', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.nat(), (n, seed) => {
        const k = seed % (n + 1);
        const { low, high } = wilsonInterval(k, n) ?? { low: Number.NaN, high: Number.NaN };
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(k / n);
        expect(high).toBeGreaterThanOrEqual(k / n);
        expect(high).toBeLessThanOrEqual(1);
        const wider = wilsonInterval(k * 4, n * 4) ?? { low: Number.NaN, high: Number.NaN };
        expect(wider.high - wider.low).toBeLessThan(high - low);
      }),
    );
  });
});

test('the unbiased HHI is (n·H − 1)/(n − 1)', () => {
  fc.assert(
    fc.property(counts, (values) => {
      const n = values.reduce((a, b) => a + b, 0);
      fc.pre(n >= 2);
      const h = (hhi(values) ?? Number.NaN) / 10_000;
      expect(unbiasedHhi(values)).toBeCloseTo(((n * h - 1) / (n - 1)) * 10_000, 6);
    }),
  );
});

test('the mean of the unbiased HHI over all samples is the true HHI, however small the sample', () => {
  // Three records fall on two operators with true shares 3/4 and 1/4; the true HHI is 6,250.
  const samples = [
    { counts: [3, 0], chance: 27 / 64 },
    { counts: [2, 1], chance: 27 / 64 },
    { counts: [1, 2], chance: 9 / 64 },
    { counts: [0, 3], chance: 1 / 64 },
  ];
  const mean = (index: typeof hhi) =>
    samples.reduce((sum, { counts, chance }) => sum + chance * (index(counts) ?? 0), 0);
  expect(mean(unbiasedHhi)).toBeCloseTo(6250, 9);
  expect(mean(hhi)).toBeCloseTo(7500, 9);
});

test('the example of the Merger Guidelines: 30, 30, 20, 20 → 2,600 exactly', () => {
  expect(hhi([30, 30, 20, 20])).toBe(2600);
});

test('a monopoly is 10,000 and one effective operator', () => {
  expect(hhi([7])).toBe(10_000);
  expect(unbiasedHhi([7])).toBe(10_000);
  expect(effectiveNumber(10_000)).toBe(1);
  expect(concentrationRatio([7], 1)).toBe(1);
});

test('without business there is nothing to measure', () => {
  expect(hhi([])).toBeNull();
  expect(hhi([0, -5])).toBeNull();
  expect(unbiasedHhi([1])).toBeNull();
  expect(concentrationRatio([0], 1)).toBeNull();
  expect(effectiveNumber(null)).toBeNull();
  expect(wilsonInterval(0, 0)).toBeNull();
});

test.each([
  [1, 0.2065],
  [3, 0.4385],
  [10, 0.7225],
  [50, 0.9287],
])('%d of %d by one operator: the bound is n / (n + 1.96²)', (n, low) => {
  expect(wilsonInterval(n, n)?.low).toBeCloseTo(low, 4);
});

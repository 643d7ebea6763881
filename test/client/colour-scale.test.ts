import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createColourScale } from '../../client/map/colour-scale.ts';
import { quantileBreaks } from '../../client/map/quantile-breaks.ts';
import { rangeText } from '../../client/map/range-text.ts';
import { shown } from '../../client/map/shown.ts';
import { formatIn } from '../../client/text/format.ts';

const KINDS = ['count', 'money', 'share', 'ratio', 'hhi', 'rate'] as const;
const kinds = fc.constantFrom(...KINDS);
const values = fc.array(fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e9, noNaN: true })), { maxLength: 200 });

test('breaks ascend strictly', () => {
  fc.assert(
    fc.property(kinds, values, (kind, values) => {
      const { breaks } = createColourScale(kind, values);
      for (const [index, each] of breaks.entries()) {
        if (index > 0) expect(each).toBeGreaterThan(breaks[index - 1] ?? Number.POSITIVE_INFINITY);
      }
    }),
  );
});

test('every value falls in exactly one class, and that class contains it', () => {
  fc.assert(
    fc.property(kinds, values, fc.double({ min: -10, max: 1e10, noNaN: true }), (kind, values, value) => {
      const scale = createColourScale(kind, values);
      const holding = scale.classes.filter(
        (each) =>
          'from' in each && (each.from === null || value >= each.from) && (each.until === null || value < each.until),
      );
      expect(holding).toEqual([scale.classOf(value)]);
      expect(scale.colourOf(value)).toBe(holding[0]?.colour);
    }),
  );
});

test('zero, too few and unknown are three looks that no number has', () => {
  const scale = createColourScale('share', [0.1, 0.9]);
  const looks = (['zero', 'few', 'unknown'] as const).map(scale.colourOf);
  expect(new Set(looks).size).toBe(3);
  expect(looks).not.toContain(scale.colourOf(0));
});

test('equal values need no breaks', () => {
  expect(quantileBreaks([7, 7, 7, 7], 5, true)).toEqual([]);
});

test('quantiles give classes of about equal size', () => {
  const breaks = quantileBreaks(
    Array.from({ length: 100 }, (_, index) => index),
    5,
    true,
  );
  expect(breaks).toEqual([20, 40, 60, 80]);
});

test('a share of few records is never shown', () => {
  expect(shown({ value: 1, records: 29, judged: 29 }, 'share', 30)).toBe('few');
  expect(shown({ value: 10000, records: 40, judged: 12 }, 'hhi', 30)).toBe('few');
  expect(shown({ value: 29, records: 29, judged: 29 }, 'count', 30)).toBe(29);
});

test('no records is zero, and no households is unknown', () => {
  expect(shown({ value: null, records: 0, judged: 0 }, 'share', 30)).toBe('zero');
  expect(shown({ value: null, records: 50, judged: 50 }, 'rate', 30)).toBe('unknown');
});

test('ranges of whole numbers name the last one they hold', () => {
  const speech = { t: (key: string, values?: object) => `${key} ${JSON.stringify(values)}`, format: formatIn('zh') };
  expect(rangeText({ from: 20, until: 40 }, 'count', speech)).toContain('"until":"39"');
  expect(rangeText({ from: 0.25, until: 0.5 }, 'share', speech)).toContain('"until":"50%"');
});

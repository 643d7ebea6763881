import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordColumns } from '../../client/inspector/record-columns.ts';
import { areaColumns, sortAreas } from '../../client/page/area-columns.ts';
import type { Dataset } from '../../geodata/model/dataset.ts';
import { luodun } from './luodun.ts';
import { writingIn } from './writing.ts';

const words = { operator: '销售员', holder: '投保户', record: '保单', amountUnit: '元', coverage: '翻建户' };
const columns = areaColumns(words, writingIn('zh'));
const areas = fc.array(
  fc.record({ code: fc.stringMatching(/^[0-9]{3}$/), cr1: fc.option(fc.double({ noNaN: true })) }),
);

test('sorting keeps every area, in order, those without a value last', () => {
  fc.assert(
    fc.property(areas, fc.constantFrom('asc' as const, 'desc' as const), (some, order) => {
      const input = some.map((each) => ({ ...luodun, ...each }));
      const sorted = sortAreas(input, ({ cr1 }) => cr1, order);
      expect(sorted).toHaveLength(input.length);
      const values = sorted.map(({ cr1 }) => cr1);
      const known = values.filter((value) => value !== null);
      expect(values.slice(0, known.length)).toEqual(known);
      expect(known).toEqual(known.toSorted((a, b) => (order === 'asc' ? a - b : b - a)));
    }),
  );
});

test('by tier the red areas come first', () => {
  const tier = columns.find(({ id }) => id === 'tier');
  const sorted = sortAreas(
    [
      { ...luodun, code: '1', tier: 'normal' },
      { ...luodun, code: '2', tier: 'red' },
    ],
    tier?.rankOf ?? (() => null),
    'asc',
  );
  expect(sorted.map(({ code }) => code)).toEqual(['2', '1']);
});

test('no share and no name of an operator is shown of an area with too few records', () => {
  const grey = { ...luodun, tier: 'grey' as const };
  const texts = Object.fromEntries(columns.map(({ id, textOf }) => [id, textOf(grey)]));
  expect(texts).toMatchObject({ cr1: '–', hhi: '–', coverage: '–', top: '' });
});

test('a dataset without dates and amounts has no columns for them', () => {
  const dataset: Dataset = { id: 'a', title: { zh: 'a', en: 'a' }, key: [], place: {}, fields: [], operator: 'who' };
  expect(recordColumns(dataset, words, writingIn('zh')).map(({ id }) => id)).toEqual(['operator', 'key']);
});

import { expect, test } from 'vitest';
import { datasetColumns, missingColumns } from '../../../geodata/datasets/dataset-columns.ts';
import { headerKey } from '../../../geodata/datasets/header-key.ts';
import { readMapping } from '../../../geodata/datasets/read-mapping.ts';

const dataset = readMapping({
  id: 'contracts',
  key: ['no'],
  operator: 'firm',
  amount: 'cost',
  place: [
    { lng: 'x', lat: 'y' },
    { areaName: 'village', level: 'village', parent: 'town' },
  ],
  fields: ['no', 'note'],
});

test('each column that a dataset reads is listed once', () => {
  expect(datasetColumns(dataset)).toEqual(['no', 'firm', 'cost', 'x', 'y', 'village', 'town', 'note']);
});

test('missing columns are those of the dataset that the file does not have', () => {
  expect(missingColumns(dataset, ['no', 'firm', 'Cost', 'x', 'y', 'village', 'note'])).toEqual(['cost', 'town']);
});

test('a header is known again by its columns and their order', () => {
  expect(headerKey(['a', 'b'])).toBe(headerKey(['a', 'b']));
  expect(headerKey(['a', 'b'])).not.toBe(headerKey(['b', 'a']));
  expect(headerKey(['a,b'])).not.toBe(headerKey(['a', 'b']));
});

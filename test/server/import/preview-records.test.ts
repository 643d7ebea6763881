import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../../geodata/model/dataset.ts';
import { type PreviewOptions, previewRecords } from '../../../server/import/preview-records.ts';
import { ungzip } from '../../../server/import/ungzip.ts';
import { hasSharedData, shared } from '../../support/shared-data.ts';
import { fileOf, POLICY_DATASET } from '../../support/town.ts';

const bytesOf = async function* (text: string) {
  yield new TextEncoder().encode(text);
};
const look = (text: string, options: Partial<PreviewOptions> = {}) =>
  previewRecords({ name: 'a.csv', bytes: bytesOf(text) }, { reading: null, ...options });

/** Places nothing, as where no areas are loaded. */
const nowhere = async (wheres: readonly unknown[]) =>
  wheres.map(() => ({
    position: null,
    cell: null,
    areaIds: [],
    grade: null,
    score: null,
    problem: 'no-place' as const,
  }));
const reading = (dataset: Dataset) => ({ dataset, placeBatch: nowhere });

test('each column is told with what it holds, what it may be for, how much of it is empty and how much differs', async () => {
  const text =
    'id,name,cost,day,lng,ok,none\nP-1,甲,1.5,2020-01-02,120.6,是,\nP-2,乙,2,2020-01-03,120.7,否,\nP-3,,x,2020-02-01,121,是,\n';
  const { columns, placed, sample, dataset } = await look(text.repeat(1));
  const told = columns.map(({ name, type, dateFormat, role, empty, distinct }) => [
    name,
    type,
    dateFormat,
    role,
    empty,
    distinct,
  ]);
  expect(told).toEqual([
    ['id', 'identifier', null, 'key', 0, 3],
    ['name', 'text', null, null, 1, 2],
    ['cost', 'text', null, 'amount', 0, 3],
    ['day', 'date', 'YYYY-MM-DD', null, 0, 3],
    ['lng', 'coordinate', null, 'lng', 0, 3],
    ['ok', 'boolean', null, null, 0, 2],
    ['none', 'empty', null, null, 3, 0],
  ]);
  expect([placed, dataset]).toEqual([null, null]);
  expect(sample).toEqual({ rows: 3, whole: true });
});

test('only the first rows are looked at, and that there are more is said', async () => {
  const houses = Array.from({ length: 2_500 }, (_, i) => ({ key: `K${i}`, lng: 1, lat: 1, operator: '王某' }));
  const text = fileOf(houses);
  expect((await look(text, { sample: 1_200 })).sample).toEqual({ rows: 1_200, whole: false });
  expect((await look(text, { sample: 2_000 })).sample).toEqual({ rows: 2_000, whole: false });
  expect((await look(text, { sample: 2_500 })).sample).toEqual({ rows: 2_500, whole: true });
  expect((await look(text)).columns[0]).toMatchObject({ distinct: 2_500 });
});

test('placed, un-placed and rejected add up to the rows that were looked at', async () => {
  const text = `${fileOf([{ key: 'A', lng: 1, lat: 1, operator: 'x' }])}\nA,2020-05-01,much,x,H,1,1\nonly,three,cells`;
  const preview = await look(text, { reading: reading(POLICY_DATASET) });
  expect(preview).toMatchObject({
    sample: { rows: 3 },
    placed: {},
    unplaced: 1,
    unplacedReasons: { 'no-place': 1 },
    rejected: { 'amount-not-a-number': 1, 'ragged-row': 1 },
  });
});

test('a file that lacks a column of the dataset is shown all the same, with what it lacks', async () => {
  const preview = await look('policy,other\n1,2\n', { reading: reading(POLICY_DATASET) });
  expect(preview.missing).toEqual(['seller', 'household', 'premium', 'signed', 'lng', 'lat']);
  expect([preview.placed, preview.columns.length]).toEqual([null, 2]);
});

test('another delimiter that a person chooses is another file', async () => {
  const text = 'a;b,c\n1;2,3\n';
  expect((await look(text, { choices: { delimiter: ';' } })).columns.map(({ name }) => name)).toEqual(['a', 'b,c']);
  expect((await look(text, { choices: { delimiter: ',' } })).columns.map(({ name }) => name)).toEqual(['a;b', 'c']);
});

describe.runIf(hasSharedData)('real files', () => {
  const real = (path: string, dataset: Dataset | null) =>
    previewRecords(
      { name: basename(path), bytes: ungzip(createReadStream(shared(path))) },
      { reading: dataset && reading(dataset) },
    );

  test('the contracts of the Philippines: 28 costs that are words, under keys that came before', async () => {
    const preview = await real('records/philippines_flood_control/flood_control_raw.csv', {
      ...POLICY_DATASET,
      key: ['project_id'],
      operator: 'contractor',
      holder: 'region',
      amount: { column: 'cost', unit: 'PHP' },
      date: { column: 'completion_date', format: 'YYYY-MM-DD' },
    });
    expect(preview.sample).toEqual({ rows: 9_855, whole: true });
    expect(preview.rejected).toEqual({ 'amount-not-a-number': 28 });
    const [cost] = preview.findings.filter(({ id }) => id === 'not-a-number');
    expect(cost).toMatchObject({ column: 'cost', count: 28, of: 9_855 });
    expect(cost?.examples[0]).toEqual({ line: 389, value: 'MYCA with Project ID P00444687MN' });
  });

  test('the taxis of Chicago start at 236 points, which are centres', async () => {
    const { findings } = await real('records/chicago_taxi/trips.csv', null);
    expect(findings.find(({ id }) => id === 'few-points')).toMatchObject({ count: 236, of: 15_000 });
  });

  test('the permits of Austin repeat their numbers, with the same row', async () => {
    const { findings } = await real('records/austin_permits/permits_2012_2013.csv.gz', null);
    const keys = findings.find(({ id }) => id === 'keys-repeat');
    expect(keys?.column).toBe('permit_number');
    expect(keys).toMatchObject({ count: 613, of: 20_000, among: 613 });
  });
});

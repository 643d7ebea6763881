import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFileWatch } from '../../../../geodata/intake/findings/create-file-watch.ts';
import { openTable } from '../../../../geodata/intake/open-table.ts';
import type { Dataset } from '../../../../geodata/model/dataset.ts';
import type { PreviewFinding, PreviewFindingId } from '../../../../geodata/model/preview.ts';

const DATASET: Dataset = {
  id: 'works',
  title: { zh: '工程', en: 'Works' },
  key: ['id'],
  operator: 'who',
  amount: { column: '造价', unit: '元' },
  date: { column: 'day', format: 'YYYY-MM-DD' },
  place: { coordinates: { lng: 'lng', lat: 'lat', crs: 'EPSG:4326' } },
  fields: [],
};

async function findingsIn(text: string, dataset: Dataset | null = null): Promise<PreviewFinding[]> {
  const bytes = (async function* () {
    yield new TextEncoder().encode(text);
  })();
  const { columns, rows } = await openTable({ name: 'a.csv', bytes });
  const watch = createFileWatch({ columns, dataset, today: '2026-06-01' });
  for await (const batch of rows) for (const row of batch) watch.see(row);
  return watch.findings();
}

/** A column of values, each on a line of its own, from line 2 on. */
const columnOf = (name: string, values: readonly string[]) =>
  [`n,${name}`, ...values.map((value, index) => `${index},"${value}"`)].join('\n');
const many = (value: string, count = 20) => Array.from({ length: count }, () => value);

async function one(id: PreviewFindingId, text: string, dataset: Dataset | null = null): Promise<PreviewFinding> {
  const found = (await findingsIn(text, dataset)).filter((finding) => finding.id === id);
  expect(found).toHaveLength(1);
  return found[0] as PreviewFinding;
}
async function none(id: PreviewFindingId, text: string, dataset: Dataset | null = null): Promise<void> {
  expect((await findingsIn(text, dataset)).map((finding) => finding.id)).not.toContain(id);
}

const HEAD = 'id,who,造价,day,lng,lat';
const works = (...rows: string[]) => [HEAD, ...rows].join('\n');

test('texts among amounts are told with the value and the line on which each stands', async () => {
  const text = works(
    '1,甲,100,2020-01-01,1,1',
    '2,乙,MYCA with Project ID,2020-01-01,1,1',
    '3,丙,见附件,2020-01-01,1,1',
  );
  expect(await one('not-a-number', text, DATASET)).toEqual({
    id: 'not-a-number',
    severity: 'fault',
    column: '造价',
    count: 2,
    of: 3,
    examples: [
      { line: 3, value: 'MYCA with Project ID' },
      { line: 4, value: '见附件' },
    ],
    text: {
      zh: '“造价”的 3 个值中有 2 个不是数字，例如 “MYCA with Project ID”（第 3 行）、“见附件”（第 4 行）。',
      en: '2 of 3 values of “造价” are not numbers: “MYCA with Project ID” (line 3), “见附件” (line 4).',
    },
  });
});

test('an amount with its unit is told as such, and not as a word', async () => {
  const text = works('1,甲,100,2020-01-01,1,1', '2,乙,3万,2020-01-01,1,1', '3,乙,12.5 元/亩,2020-01-01,1,1');
  expect(await one('number-with-unit', text, DATASET)).toMatchObject({
    count: 1,
    examples: [{ line: 3, value: '3万' }],
  });
  expect(await one('not-a-number', text, DATASET)).toMatchObject({ count: 1, examples: [{ value: '12.5 元/亩' }] });
});

test('keys that repeat are told with how many of their rows are the same', async () => {
  const row = '1,甲,100,2020-01-01,1,1';
  const text = works(row, row, row, '1,甲,200,2020-01-01,1,1', '2,甲,100,2020-01-01,1,1');
  expect(await one('keys-repeat', text, DATASET)).toMatchObject({ count: 3, of: 5, among: 2, severity: 'fault' });
  expect(await one('keys-repeat', works(row, row), DATASET)).toMatchObject({ count: 1, among: 1, severity: 'note' });
});

describe('numbers that a spreadsheet rounded', () => {
  test.each([['320581198807065000'], ['1.23457E+17'], ['6222020000000000000']])('%s is one', async (value) => {
    const others = ['320581198807060000', '3.20581E+17'];
    expect((await one('identifier-rounded', columnOf('证件', [...others, value]))).severity).toBe('fault');
  });
  test('a long number that ends in a zero by itself is none', () =>
    none('identifier-rounded', columnOf('证件', ['320581198807065432', '320581198807065431', '3205811988070650'])));
  test('nor is a large amount', () => none('identifier-rounded', columnOf('cost', ['1.5E+6', '100000000'])));
});

describe('dates', () => {
  test('day first and month first in one column are told together', async () => {
    const found = await one('date-orders-mixed', columnOf('day', ['12/03/2020', '13/03/2020', '03/13/2020']));
    expect(found).toMatchObject({ count: 1, of: 3, examples: [{ value: '13/03/2020' }, { value: '03/13/2020' }] });
  });
  test('an order that no value tells is asked for', async () => {
    expect((await one('date-order-unclear', columnOf('day', ['12/03/2020', '01/02/2020']))).count).toBe(2);
    await none('date-order-unclear', columnOf('day', ['12/03/2020', '13/02/2020']));
  });
  test.each([
    ['date-two-digit-year', '12/03/20'],
    ['date-out-of-range', '0026-05-12'],
    ['date-out-of-range', '9999-12-31'],
    ['date-in-future', '2027-01-01'],
  ] as const)('%s: %s', async (id, value) => {
    const found = await one(id, columnOf('day', [...many('2020-01-01'), value]));
    expect(found).toMatchObject({ count: 1, of: 21, examples: [{ line: 22, value }] });
    await none(id, columnOf('day', many('2020-01-01')));
  });
  test('what the declared format does not read is told before its rows are rejected', async () => {
    const text = works('1,甲,1,2020/01/01,1,1', '2,甲,1,2020-01-01,1,1');
    expect(await one('date-unreadable', text, DATASET)).toMatchObject({ count: 1, of: 2, severity: 'fault' });
  });
});

test.each([
  ['mojibake', '锟斤拷'],
  ['mojibake', 'caf\uFFFD'],
  ['mojibake', 'cafÃ©'],
  ['spreadsheet-error', '#REF!'],
] as const)('%s: %s', async (id, value) => {
  expect(await one(id, columnOf('name', ['好', value]))).toMatchObject({ count: 1, of: 2, column: 'name' });
  await none(id, columnOf('name', ['好', 'café']));
});

test('a ZIP code of four digits has lost its zero, one of five has not', async () => {
  expect(await one('leading-zeros-lost', columnOf('Zip', ['2903', '20007']))).toMatchObject({ count: 1, of: 2 });
  await none('leading-zeros-lost', columnOf('Zip', ['02903', '20007']));
});

test('a total among the rows and the header again are told, the latter once and not for each column', async () => {
  const text = works('1,甲,100,2020-01-01,1,1', HEAD, '合计,,100,,,');
  const found = await findingsIn(text, DATASET);
  expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining(['total-row', 'header-in-body']));
  expect(found.map(({ id }) => id)).not.toContain('not-a-number');
});

test('rows with another delimiter are told from rows that are merely broken', async () => {
  expect(await one('mixed-delimiters', 'a,b,c\n1,2,3\n4;5;6\n7;8\n')).toMatchObject({ count: 1, of: 3 });
});

test('many records on few points are told, many on many are not', async () => {
  const at = (points: number) =>
    works(...Array.from({ length: 200 }, (_, i) => `${i},甲,1,2020-01-01,${i % points},1`));
  expect(await one('few-points', at(7), DATASET)).toMatchObject({ count: 7, of: 200 });
  await none('few-points', at(100), DATASET);
});

test('empty columns, columns of one value, and columns without a name or with another’s', async () => {
  const text = ['n,empty,same,,n', ...Array.from({ length: 20 }, (_, i) => `${i},,x,${i},${i}`)].join('\n');
  expect(await one('column-empty', text)).toMatchObject({
    count: 1,
    of: 5,
    examples: [{ line: null, value: 'empty' }],
  });
  expect(await one('column-constant', text)).toMatchObject({ count: 1, examples: [{ value: 'same = x' }] });
  expect((await one('header-without-name', text)).examples).toEqual([{ line: null, value: 'column 4' }]);
  expect((await one('header-name-repeated', text)).examples).toEqual([{ line: null, value: 'n (2)' }]);
});

test('amounts of nothing and less, and rows without an operator, are counted', async () => {
  const text = works('1,,0,2020-01-01,1,1', '2,甲,-5,2020-01-01,1,1', '3,甲,5,2020-01-01,1,1');
  expect(await one('amount-zero', text, DATASET)).toMatchObject({ count: 1, of: 3 });
  expect(await one('amount-negative', text, DATASET)).toMatchObject({ count: 1, of: 3 });
  expect(await one('value-missing', text, DATASET)).toMatchObject({ count: 1, of: 3, column: 'who' });
});

test('words that stand where an operator should are told: they are nobody', async () => {
  const text = works('1,SELF CONTRACTOR,1,2020-01-01,1,1', '2,本人,1,2020-01-01,1,1', '3,王某,1,2020-01-01,1,1');
  expect(await one('operator-placeholder', text, DATASET)).toMatchObject({
    column: 'who',
    count: 2,
    of: 3,
    examples: [{ value: 'SELF CONTRACTOR' }, { value: '本人' }],
  });
  await none('operator-placeholder', works('1,无锡建工,1,2020-01-01,1,1'), DATASET);
});

test('an orderly file is left in peace', async () => {
  const text = works(
    ...Array.from({ length: 30 }, (_, i) => `${i},op ${i % 4},${100 + i},2020-01-${10 + (i % 9)},${i},${i}`),
  );
  expect(await findingsIn(text, DATASET)).toEqual([]);
});

test('whatever a file holds, every finding counts some of all, and at most three examples', async () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom('', '合计', '3万', '1.2E+17', '12/03/20', '#N/A', '锟斤拷', 'a', '0'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { maxLength: 30 }), async (rows) => {
      const quoted = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
      for (const dataset of [null, DATASET]) {
        for (const { count, of, examples, text } of await findingsIn(works(...quoted), dataset)) {
          expect(count).toBeGreaterThan(0);
          expect(count).toBeLessThanOrEqual(of);
          expect(examples.length).toBeLessThanOrEqual(3);
          expect(text.zh).not.toBe('');
        }
      }
    }),
    { numRuns: 200 },
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMapping } from '../../../geodata/datasets/read-mapping.ts';
import { createEntryReader } from '../../../geodata/intake/create-entry-reader.ts';
import { IntakeError } from '../../../geodata/intake/intake-error.ts';
import { requireColumns } from '../../../geodata/intake/require-columns.ts';
import type { Entry, RawRow, Rejection } from '../../../geodata/model/record.ts';

const contracts = readMapping({
  id: 'contracts',
  key: ['no'],
  operator: 'firm',
  amount: 'cost',
  date: { field: 'signed', format: 'YYYY-MM-DD' },
  place: { lng: 'x', lat: 'y' },
  fields: ['note', { id: 'storeys', type: 'number' }],
});
const keyless = { ...contracts, key: [] };

const full = {
  no: 'A1',
  firm: '甲公司',
  cost: '10.5',
  signed: '2024-05-23',
  x: '120.7',
  y: '31.6',
  note: 'n',
  storeys: '2',
};

function row(line: number, cells: Partial<typeof full> = {}): RawRow {
  const fields = { ...full, ...cells };
  return { line, fields, text: Object.values(fields).join(',') };
}

const reason = (outcome: Entry | Rejection) => ('reason' in outcome ? outcome.reason : 'entry');

test('a row becomes an entry', () => {
  expect(createEntryReader(contracts).read(row(7))).toEqual({
    line: 7,
    key: 'A1',
    contentHash: expect.stringMatching(/^[0-9a-f]{20}$/),
    happenedOn: '2024-05-23',
    amount: 10.5,
    operator: '甲公司',
    holder: null,
    category: null,
    where: { lng: '120.7', lat: '31.6', areaCode: null, areaName: null, parentName: null, address: null },
    fields: { note: 'n', storeys: 2 },
  } satisfies Record<keyof Entry, unknown>);
});

test('an amount that is no number is rejected with column, value and what was expected', () => {
  const text = 'MYCA with Project ID P00444687MN';
  const rejection = createEntryReader(contracts).read(row(2, { cost: text })) as Rejection;
  expect(rejection).toMatchObject({ line: 2, reason: 'amount-not-a-number', text: expect.stringContaining(text) });
  expect(rejection.detail).toMatch(/cost.*MYCA with Project ID P00444687MN.*1,234\.50/);
});

test('an impossible date is rejected with column, value and format', () => {
  const rejection = createEntryReader(contracts).read(row(2, { signed: '2023-02-30' })) as Rejection;
  expect(rejection.reason).toBe('date-unreadable');
  expect(rejection.detail).toMatch(/signed.*2023-02-30.*YYYY-MM-DD/);
});

test('what is absent is null and noticed; zero is zero and noticed too', () => {
  const reader = createEntryReader(contracts, { today: '2026-01-01' });
  const entry = reader.read(row(2, { no: '1', firm: ' ', cost: '', signed: '', note: '' })) as Entry;
  expect(entry).toMatchObject({ operator: null, amount: null, happenedOn: null, fields: { storeys: 2 } });
  expect(entry.fields).not.toHaveProperty('note');
  expect((reader.read(row(3, { no: '2', cost: '0', signed: '2030-01-01' })) as Entry).amount).toBe(0);
  expect((reader.read(row(4, { no: '3', cost: '-5' })) as Entry).amount).toBe(-5);
  expect(reader.findings()).toEqual([
    { id: 'date-missing', count: 1, column: 'signed', lines: [2] },
    { id: 'amount-missing', count: 1, column: 'cost', lines: [2] },
    { id: 'operator-missing', count: 1, column: 'firm', lines: [2] },
    { id: 'date-in-future', count: 1, column: 'signed', lines: [3] },
    { id: 'amount-zero', count: 1, column: 'cost', lines: [3] },
    { id: 'amount-negative', count: 1, column: 'cost', lines: [4] },
  ]);
});

test('names of operators are compared without width and white space, and never merged', () => {
  const reader = createEntryReader(contracts);
  const named = (no: string, firm: string) => (reader.read(row(2, { no, firm })) as Entry).operator;
  expect(named('1', '　常熟　Ａ公司（集团）\u200B ')).toBe('常熟 A公司(集团)');
  expect(named('2', 'ACME  CORP\u00a0.')).toBe('ACME CORP .');
  expect(named('3', 'Acme Corp .')).toBe('Acme Corp .');
});

test('a side column that does not fit its type stays the text that it was', () => {
  expect((createEntryReader(contracts).read(row(2, { storeys: 'two' })) as Entry).fields).toMatchObject({
    storeys: 'two',
  });
});

describe('keys', () => {
  test('an empty key is rejected', () => {
    const rejection = createEntryReader(contracts).read(row(2, { no: '  ' })) as Rejection;
    expect(rejection).toMatchObject({ reason: 'key-missing', detail: expect.stringContaining('no') });
  });

  test('several columns are joined without mixing them up', () => {
    const reader = createEntryReader({ ...contracts, key: ['no', 'firm'] });
    const one = reader.read(row(2, { no: 'a","b', firm: 'c' })) as Entry;
    const other = reader.read(row(3, { no: 'a', firm: 'b","c' })) as Entry;
    expect(one.key).not.toBe(other.key);
  });

  test('an identical row is passed on again and noticed, a differing one rejected with the earlier line', () => {
    const reader = createEntryReader(contracts);
    const first = reader.read(row(2)) as Entry;
    expect(reader.read(row(3))).toEqual({ ...first, line: 3 });
    const rejection = reader.read(row(4, { cost: '11' })) as Rejection;
    expect(rejection).toMatchObject({ line: 4, reason: 'key-repeated' });
    expect(rejection.detail).toContain('line 2');
    expect(reader.findings()).toEqual([{ id: 'rows-repeated', count: 1, column: null, lines: [3] }]);
  });

  test('a row that was rejected does not stand in the way of the one that mends it', () => {
    const reader = createEntryReader(contracts);
    expect([row(2, { cost: 'free' }), row(3)].map((one) => reason(reader.read(one)))).toEqual([
      'amount-not-a-number',
      'entry',
    ]);
  });

  test('a key too long for an index is shortened and stays its own', () => {
    const reader = createEntryReader(contracts);
    const [one, other] = ['a', 'b'].map((end) => reader.read(row(2, { no: '𠮷'.repeat(2_000) + end })) as Entry);
    expect(one?.key).not.toBe(other?.key);
    expect(one?.key.length).toBeLessThan(250);
  });

  test('without key columns, equal rows are records of their own', () => {
    const reader = createEntryReader(keyless);
    const keys = [2, 3, 4].map((line) => (reader.read(row(line)) as Entry).key);
    expect(new Set(keys).size).toBe(3);
    expect(reader.findings()).toEqual([{ id: 'rows-repeated', count: 2, column: null, lines: [3, 4] }]);
  });
});

describe('laws', () => {
  const cells = fc.record({
    no: fc.constantFrom('', '1', '2', '3'),
    cost: fc.constantFrom('1', '2', 'x'),
    note: fc.constantFrom('', 'n'),
  });

  test.each([contracts, keyless])('the same file read again gives the same outcomes', (dataset) => {
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 12 }), (file) => {
        const [first, second] = [createEntryReader(dataset), createEntryReader(dataset)].map((reader) =>
          file.map((one, index) => reader.read(row(index + 2, one))),
        );
        expect(second).toEqual(first);
      }),
    );
  });

  test('stored one after the other, the entries of a file never overwrite each other with something else', () => {
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 12 }), (file) => {
        const reader = createEntryReader(contracts);
        const stored = new Map<string, string>();
        for (const [index, one] of file.entries()) {
          const entry = reader.read(row(index + 2, one));
          if ('reason' in entry) continue;
          expect(stored.get(entry.key) ?? entry.contentHash).toBe(entry.contentHash);
          stored.set(entry.key, entry.contentHash);
        }
      }),
    );
  });

  test('the content hash changes with each kept column and with no other', () => {
    const hashOf = (part: Record<string, string>) =>
      (createEntryReader(contracts).read(row(2, part)) as Entry).contentHash;
    const changed = ['firm', 'cost', 'x', 'y', 'note', 'storeys'].map((column) => hashOf({ [column]: '77' }));
    changed.push(hashOf({ signed: '2024-05-24' }), hashOf({}));
    expect(new Set(changed).size).toBe(8);
    expect(hashOf({ unused: '5' })).toBe(hashOf({}));
  });

  test('declaring other fields makes every record new', () => {
    const fewer = { ...contracts, fields: contracts.fields.slice(0, 1) };
    const [one, other] = [contracts, fewer].map((dataset) => createEntryReader(dataset).read(row(2, { storeys: '' })));
    expect((one as Entry).contentHash).not.toBe((other as Entry).contentHash);
  });
});

test('columns that the file lacks are one error that names them and those that are there', () => {
  const require = () => requireColumns(contracts, ['no', 'Firm', 'cost', 'x', 'y', 'note', 'storeys']);
  expect(require).toThrow(IntakeError);
  expect(require).toThrow(/lacks.*“firm”, “signed”; it has “no”, “Firm”/);
  expect(() => requireColumns(contracts, Object.keys(full))).not.toThrow();
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  booleanArray,
  dateArray,
  floatArray,
  intArray,
  jsonbArray,
  textArray,
} from '../../../server/db/binary-array.ts';
import { withDatabase } from '../../support/database.ts';

const day = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
const written = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''));

const KINDS = [
  { type: 'text', make: textArray, value: fc.oneof(written, fc.constant('NULL'), fc.constant('{,"\\')) },
  { type: 'int', make: intArray, value: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }) },
  { type: 'float8', make: floatArray, value: fc.double({ noNaN: true }).map((number) => number + 0) },
  { type: 'boolean', make: booleanArray, value: fc.boolean() },
  { type: 'date', make: dateArray, value: day.map((date) => date.toISOString().slice(0, 10)) },
] as const;

test.each(KINDS)('an array of $type reaches the database as it is, nulls and emptiness included', (kind) =>
  withDatabase(async (db) => {
    const make = kind.make as (values: readonly unknown[]) => Buffer;
    const values = fc.array(fc.option(kind.value as fc.Arbitrary<unknown>), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(values, async (sent) => {
        const { rows } = await db.query(`select value from unnest($1::${kind.type}[]) value`, [make(sent)]);
        expect(rows.map(({ value }) => value)).toEqual(sent);
      }),
      { numRuns: 40 },
    );
  }),
);

test('an array of JSON documents reaches the database as it is', () =>
  withDatabase(async (db) => {
    const documents = [{ 投保人: '范某', 面积: 1.5 }, ['a\nb', null, true], null, {}];
    const sent = jsonbArray(documents.map((value) => (value === null ? null : JSON.stringify(value))));
    const { rows } = await db.query('select value from unnest($1::jsonb[]) value', [sent]);
    expect(rows.map(({ value }) => value)).toEqual(documents);
  }));

test('an amount that goes as text keeps all its digits', () =>
  withDatabase(async (db) => {
    const amounts = [0.1 + 0.2, 1234567890.1234567, 1e21, -5e-7];
    const { rows } = await db.query('select value::numeric::text as value from unnest($1::text[]) value', [
      textArray(amounts.map(String)),
    ]);
    expect(rows.map(({ value }) => Number(value))).toEqual(amounts);
  }));

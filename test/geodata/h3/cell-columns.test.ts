import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { decodeCells, encodeCells } from '../../../geodata/h3/cell-columns.ts';
import { cellAt } from '../../../geodata/h3/cells.ts';
import type { Position } from '../../../geodata/model/place.ts';

const position = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
) as fc.Arbitrary<Position>;
const whole = fc.option(fc.integer({ min: -(2 ** 51), max: 2 ** 51 }));
const real = fc.option(fc.oneof(fc.double({ noNaN: true }), fc.float({ noNaN: true })));
const rows = (resolution: 7 | 8 | 9) =>
  fc.uniqueArray(fc.record({ cell: position.map((at) => cellAt(at, resolution)), whole, real }), {
    selector: ({ cell }) => cell,
    maxLength: 60,
  });

test('what was encoded is decoded again, sorted, at every resolution', () => {
  const table = fc.constantFrom(7 as const, 8 as const, 9 as const).chain((r) => fc.tuple(fc.constant(r), rows(r)));
  fc.assert(
    fc.property(table, ([resolution, list]) => {
      const cells = list.map(({ cell }) => cell);
      const bytes = encodeCells(resolution, cells, {
        业务量: { kind: 'int', values: list.map(({ whole }) => whole) },
        amount: { kind: 'float', values: list.map(({ real }) => real) },
      });
      const sorted = list.toSorted((a, b) => (a.cell < b.cell ? -1 : 1));
      const decoded = decodeCells(bytes);
      expect(decoded.resolution).toBe(resolution);
      expect(decoded.count).toBe(list.length);
      expect(decoded.cells).toEqual(sorted.map(({ cell }) => cell));
      expect([...(decoded.columns.业务量 ?? [])]).toEqual(sorted.map(({ whole }) => whole ?? Number.NaN));
      expect([...(decoded.columns.amount ?? [])]).toEqual(sorted.map(({ real }) => real ?? Number.NaN));
    }),
  );
});

describe('damaged bytes', () => {
  const cells = [cellAt([120.75, 31.65]), cellAt([120.8, 31.6]), cellAt([121, 31.5])];
  const bytes = encodeCells(9, cells, {
    records: { kind: 'int', values: [1, 300, null] },
    amount: { kind: 'float', values: [0.1, null, 3] },
  });

  test('cut short anywhere are refused with a sentence', () => {
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decodeCells(bytes.slice(0, length))).toThrow('The cells cannot be read');
    }
  });

  test('with anything changed or added are read or refused, never followed blindly', () => {
    const edit = fc.record({ at: fc.nat(bytes.length - 1), to: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), fc.uint8Array({ maxLength: 5 }), (edits, tail) => {
        const damaged = Uint8Array.of(...bytes, ...tail);
        for (const { at, to } of edits) damaged[at] = to;
        try {
          const { cells, count } = decodeCells(damaged);
          expect(cells).toHaveLength(count);
        } catch (error) {
          expect((error as Error).message).toMatch(/^The cells cannot be read: /);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('that are not ours say so', () => {
    expect(() => decodeCells(new TextEncoder().encode('{"error":"gone"}'))).toThrow('they are no cells');
    expect(() => decodeCells(new ArrayBuffer(0))).toThrow('they are no cells');
  });
});

test('columns are read where they lie in a larger buffer', () => {
  const bytes = encodeCells(9, [cellAt([120.75, 31.65])], { amount: { kind: 'float', values: [0.1] } });
  const larger = new Uint8Array(bytes.length + 3);
  larger.set(bytes, 3);
  expect([...(decodeCells(larger.subarray(3)).columns.amount ?? [])]).toEqual([0.1]);
});

test.each<[string, () => unknown]>([
  ['a cell of another resolution', () => encodeCells(8, [cellAt([120, 31], 9)], {})],
  ['a cell given twice', () => encodeCells(9, [cellAt([120, 31]), cellAt([120, 31])], {})],
  ['no cell at all', () => encodeCells(9, ['sunmap'], {})],
  ['a short column', () => encodeCells(9, [cellAt([120, 31])], { records: { kind: 'int', values: [] } })],
  ['half a record', () => encodeCells(9, [cellAt([120, 31])], { records: { kind: 'int', values: [0.5] } })],
])('%s is a mistake of the caller', (_, encode) => {
  expect(encode).toThrow(RangeError);
});

describe('a hundred thousand cells with eight numbers', () => {
  const count = 100_000;
  let bytes: Uint8Array;
  beforeAll(() => {
    const cells = new Set<string>();
    for (let i = 0; cells.size < count; i++) {
      cells.add(cellAt([116 + (i % 400) * 0.0041, 28 + Math.floor(i / 400) * 0.0041]));
    }
    const column = (kind: 'int' | 'float', numberAt: (i: number) => number | null) => ({
      kind,
      values: Array.from({ length: count }, (_, i) => numberAt(i)),
    });
    bytes = encodeCells(9, [...cells], {
      records: column('int', (i) => (i * 7919) % 400),
      judged: column('int', (i) => (i * 7919) % 390),
      operators: column('int', (i) => i % 40),
      holders: column('int', (i) => (i * 7919) % 380),
      topRecords: column('int', (i) => (i * 31) % 200),
      topOperatorId: column('int', (i) => (i % 9 === 0 ? null : (i * 104_729) % 50_000)),
      hhi: column('int', (i) => (i * 7919) % 10_001),
      amount: column('float', (i) => i * 1234.56),
    });
  });

  test('take at most three megabytes, before compression', () => {
    console.info(`100,000 cells × 8: ${bytes.length} bytes, ${gzipSync(bytes).length} gzipped`);
    expect(bytes.length).toBeLessThanOrEqual(3_000_000);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCells, encodeCells } from '../../../geodata/h3/cell-columns.ts';
import { cellAt } from '../../../geodata/h3/cells.ts';
import type { Position, Resolution } from '../../../geodata/model/place.ts';

const positions = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }));
const count = fc.option(fc.nat({ max: Number.MAX_SAFE_INTEGER - 1 }), { nil: null });
const amount = fc.option(fc.double({ noNaN: true }), { nil: null });
const row = fc.record({ position: positions, count, amount });

test('what was packed comes out again, sorted by cell', () => {
  fc.assert(
    fc.property(fc.constantFrom<Resolution>(7, 8, 9), fc.array(row), (resolution, rows) => {
      const byCell = new Map(rows.map((one) => [cellAt(one.position as Position, resolution), one]));
      const cells = [...byCell.keys()];
      const decoded = decodeCells(
        encodeCells(resolution, cells, {
          count: { kind: 'int', values: cells.map((cell) => byCell.get(cell)?.count ?? null) },
          amount: { kind: 'float', values: cells.map((cell) => byCell.get(cell)?.amount ?? null) },
        }),
      );
      expect(decoded.cells).toEqual([...cells].sort());
      decoded.cells.forEach((cell, index) => {
        expect(decoded.columns.count?.[index]).toEqual(byCell.get(cell)?.count ?? Number.NaN);
        expect(decoded.columns.amount?.[index]).toEqual(byCell.get(cell)?.amount ?? Number.NaN);
      });
    }),
  );
});

test('broken bytes are refused, never read beyond or for ever', () => {
  const whole = encodeCells(9, [cellAt([120.6, 31.6])], { records: { kind: 'int', values: [7] } });
  fc.assert(
    fc.property(fc.nat(whole.length - 1), (length) => {
      expect(() => decodeCells(whole.subarray(0, length))).toThrow(RangeError);
    }),
  );
  expect(() => decodeCells(new Uint8Array(100))).toThrow('not columns of cells');
});

test('100,000 cells with eight numbers take at most 3 MB', () => {
  const cells = new Set<string>();
  for (let step = 0; cells.size < 100_000; step += 1) cells.add(cellAt([118 + (step % 700) * 0.004, 30 + Math.floor(step / 700) * 0.004]));
  const list = [...cells];
  const whole = (most: number) => ({ kind: 'int' as const, values: list.map((_, index) => (index * 7919) % most) });
  const bytes = encodeCells(9, list, {
    records: whole(5_000),
    judged: whole(5_000),
    setAside: whole(100),
    amount: { kind: 'float', values: list.map((_, index) => index * 1.01) },
    operators: whole(40),
    holders: whole(5_000),
    topRecords: whole(3_000),
    topOperatorId: whole(40_000),
    hhi: whole(10_000),
  });
  expect(bytes.length).toBeLessThanOrEqual(3_000_000);
  expect(decodeCells(bytes).count).toBe(100_000);
});

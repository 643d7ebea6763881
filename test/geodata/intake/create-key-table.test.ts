import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKeyTable } from '../../../geodata/intake/create-key-table.ts';
import { hash64 } from '../../../geodata/intake/hash64.ts';

test('it remembers what a Map would', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 400 }), (keys) => {
      const table = createKeyTable();
      const map = new Map<string, number>();
      for (const [index, key] of keys.entries()) {
        const slot = table.add(key, index, index + 1);
        expect(slot === null ? null : table.valueAt(slot)).toBe(map.get(key) ?? null);
        if (!map.has(key)) map.set(key, index);
      }
    }),
  );
});

test('a hundred thousand keys keep their lines while the table grows', () => {
  const table = createKeyTable();
  for (let line = 1; line <= 100_000; line += 1) {
    if (table.add(`P${line}`, line * 7, line) !== null) expect.fail(`key of line ${line} was there already`);
  }
  for (let line = 1; line <= 100_000; line += 1) {
    const slot = table.add(`P${line}`, 0, 1) as number;
    if (table.lineAt(slot) !== line || table.valueAt(slot) !== line * 7) expect.fail(`key of line ${line} is lost`);
  }
});

test('the value of a key can be changed', () => {
  const table = createKeyTable();
  table.add('a', 1, 1);
  const slot = table.add('a', 1, 2) as number;
  table.setValue(slot, 2);
  expect(table.valueAt(slot)).toBe(2);
});

test('the hashes of similar keys are spread over the whole range', () => {
  const buckets = new Array<number>(256).fill(0);
  const seen = new Set<string>();
  for (let key = 0; key < 65_536; key += 1) {
    const [high, low] = hash64(`0580${key}`);
    seen.add(`${high}/${low}`);
    buckets[low & 255] = (buckets[low & 255] ?? 0) + 1;
  }
  expect(seen.size).toBe(65_536);
  // 256 expected in each; chance alone goes beyond 350 once in ten million buckets.
  expect(Math.max(...buckets)).toBeLessThan(350);
});

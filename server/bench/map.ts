import { gzipSync } from 'node:zlib';
import { decodeCells, encodeCells } from '../../geodata/h3/cell-columns.ts';
import { cellAt } from '../../geodata/h3/cells.ts';
import { inBytes, inMilliseconds, row } from './figures.ts';

/** What the map's hexagons weigh on the wire, against the same as JSON objects. */
export function benchMap(count: number): void {
  console.log(`Map payload of ${count.toLocaleString('en')} cells with nine numbers`);
  const cells = new Set<string>();
  for (let i = 0; cells.size < count; i += 1)
    cells.add(cellAt([118 + (i % 700) * 0.004, 30 + Math.floor(i / 700) * 0.004]));
  const list = [...cells];
  const numbers = (most: number) => list.map((_, i) => (i * 7919) % most);
  const columns = {
    records: 5_000,
    judged: 5_000,
    setAside: 100,
    operators: 40,
    holders: 5_000,
    topRecords: 3_000,
    topOperatorId: 40_000,
    hhi: 10_000,
  };
  const whole = Object.fromEntries(
    Object.entries(columns).map(([name, most]) => [name, { kind: 'int' as const, values: numbers(most) }]),
  );
  const amounts = { kind: 'float' as const, values: list.map((_, i) => i * 1.01) };

  const bytes = encodeCells(9, list, { ...whole, amount: amounts });
  const before = performance.now();
  decodeCells(bytes);
  const decoding = performance.now() - before;
  const objects = JSON.stringify(
    list.map((cell, i) => ({
      cell,
      amount: amounts.values[i],
      ...Object.fromEntries(Object.entries(whole).map(([name, { values }]) => [name, values[i]])),
    })),
  );
  row('columns', inBytes(bytes.length), `gzip ${inBytes(gzipSync(bytes).length)}`);
  row('JSON objects', inBytes(objects.length), `gzip ${inBytes(gzipSync(objects).length)}`);
  row('decoding', inMilliseconds(decoding));
}

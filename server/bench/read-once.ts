import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { openTable } from '../../geodata/intake/open-table.ts';
import { ungzip } from '../import/ungzip.ts';

// Reads one file of records to its end in a process of its own and prints what that took: a peak of memory belongs to a process.
const path = process.argv[2] ?? '';
const before = performance.now();
const { rows } = await openTable({ name: basename(path), bytes: ungzip(createReadStream(path)) });
let read = 0;
let rejected = 0;
// Not what the system says was the most: that counts the process that started this one.
let peak = 0;
for await (const batch of rows) {
  read += batch.length;
  peak = Math.max(peak, process.memoryUsage.rss());
  for (const row of batch) if ('reason' in row) rejected += 1;
}
const seconds = (performance.now() - before) / 1000;
console.log(JSON.stringify({ read, rejected, seconds, peak }));

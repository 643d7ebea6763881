import { execFile } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sunmap-large-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const PARTS = 80;
const ROWS_IN_PART = 1_000;

/** Writes a file of 60 MB in parts; returns its path. */
function write(name: string, { start, part, end }: { start: string; part: string; end: string }): string {
  const path = join(folder, name);
  const file = openSync(path, 'w');
  writeSync(file, start);
  for (let i = 0; i < PARTS; i += 1) writeSync(file, part);
  writeSync(file, end);
  closeSync(file);
  return path;
}

/** In a process whose heap is half as large as the file. */
async function read(path: string): Promise<{ read: number; rejected: number; peak: number }> {
  const reader = join(import.meta.dirname, '../../../server/bench/read-once.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--max-old-space-size=32',
    '--import',
    'tsx',
    reader,
    path,
  ]);
  return JSON.parse(stdout);
}

const note = 'a house of two floors in the village by the lake, rebuilt after the storm, seen by two. '.repeat(8);

test('a text file of 60 MB is read in half its size of heap, every row once', async () => {
  const path = write('large.csv', {
    start: 'no,who,note\n',
    part: `12345,"x, y","${note}"\n`.repeat(ROWS_IN_PART),
    end: '',
  });
  expect(await read(path)).toMatchObject({ read: PARTS * ROWS_IN_PART, rejected: 0 });
});

test('so is a JSON array', async () => {
  const part = `{"no":12345,"who":"x","note":"${note}"},`.repeat(ROWS_IN_PART);
  const path = write('large.json', { start: '[', part, end: '{"no":1}]' });
  expect(await read(path)).toMatchObject({ read: PARTS * ROWS_IN_PART + 1, rejected: 0 });
});

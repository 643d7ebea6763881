import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openUploads, type Uploads } from '../../../server/import/uploads.ts';

const DAY = 24 * 60 * 60;

let dataDir: string;
let uploads: Uploads;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'sunmap-uploads-'));
  uploads = openUploads(dataDir, async () => {});
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const keep = (text: string) => uploads.keep(Readable.from([Buffer.from(text)]), { name: 'a.csv', size: text.length });
const files = () => readdirSync(join(dataDir, 'uploads')).sort();
const age = (days: number) => {
  const then = Date.now() / 1000 - days * DAY;
  for (const file of files()) utimesSync(join(dataDir, 'uploads', file), then, then);
};

test('there is nothing to remove before anything came', () => uploads.forgetOld());

test('a file that nobody imports goes after a day, one whose import began after a week, with all that is kept beside them', async () => {
  const left = await keep('left');
  const begun = await keep('begun');
  await uploads.claim(begun.id);
  age(0.9);
  await uploads.forgetOld();
  expect((await uploads.find(left.id)).sha256).toBe(createHash('sha256').update('left').digest('hex'));
  age(1.1);
  await uploads.forgetOld();
  expect(files()).toEqual([begun.id, `${begun.id}.name`, `${begun.id}.run`, `${begun.id}.sha256`]);
  age(7.1);
  await uploads.forgetOld();
  expect(files()).toEqual([]);
});

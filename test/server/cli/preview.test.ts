import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sunmap } from '../../support/sunmap.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sunmap-preview-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A database that cannot be there: without a dataset none is needed. */
const NOWHERE = { DATABASE_URL: 'postgres://127.0.0.1:1/none' };

test('preview without a dataset needs no database and answers with the keys that scripts read', async () => {
  const file = join(folder, 'works.csv');
  writeFileSync(file, 'project_id;cost\nP1;100\nP2;见附件\nP3;7\n');
  const { status, stdout, stderr } = await sunmap(NOWHERE, 'preview', file, '--json');
  expect([status, stderr]).toEqual([0, '']);
  const preview = JSON.parse(stdout);
  expect(Object.keys(preview).slice(0, 11)).toEqual([
    'format',
    'encoding',
    'delimiter',
    'headerRow',
    'columns',
    'rows',
    'sample',
    'placed',
    'unplaced',
    'unplacedReasons',
    'rejected',
  ]);
  expect(preview).toMatchObject({ format: 'csv', encoding: 'utf-8', delimiter: ';', headerRow: 1, rows: 3 });
  expect(Object.keys(preview.columns[0]).slice(0, 6)).toEqual([
    'name',
    'type',
    'role',
    'empty',
    'distinct',
    'examples',
  ]);
  for (const finding of preview.findings) {
    expect(Object.keys(finding).sort()).toEqual(
      expect.arrayContaining(['column', 'count', 'examples', 'id', 'of', 'severity', 'text']),
    );
  }
});

test('files that are the same are told from each other by nothing but their names, and choices are taken or refused', async () => {
  const [one, two] = ['one.csv', 'two.csv'].map((name) => join(folder, name)) as [string, string];
  for (const file of [one, two]) writeFileSync(file, 'a,b\n1,2\n');
  const { stdout } = await sunmap(NOWHERE, 'preview', one, two, '--delimiter', 'tab', '--json');
  const [first, second] = JSON.parse(stdout);
  expect(first).toMatchObject({ delimiter: '\t', columns: [{ name: 'a,b' }] });
  expect(first.findings).toEqual([]);
  expect(second.findings[0]).toMatchObject({ id: 'file-repeats-another', count: 1, of: 2 });
  expect((await sunmap(NOWHERE, 'preview', one, '--encoding', 'latin')).status).toBe(2);
  expect((await sunmap(NOWHERE, 'preview', join(folder, 'none.csv'))).status).toBe(1);
});

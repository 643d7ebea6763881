import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UploadPreview } from '../../../geodata/model/api.ts';
import type { ImportRun } from '../../../geodata/model/import-report.ts';
import type { TableChoices } from '../../../geodata/model/table.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { makeWorkbook, rowsXml } from '../../support/make-workbook.ts';
import { fileOf, makeTown, POLICY_DATASET } from '../../support/town.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await makeTown(app.db);
  await app.import(POLICY_DATASET, fileOf([]));
});
afterAll(() => app.stop());

const send = (name: string, body: string | Uint8Array<ArrayBuffer>) =>
  fetch(`${app.url}/api/uploads?name=${encodeURIComponent(name)}`, { method: 'POST', body });

const start = (upload: string, choices?: TableChoices) =>
  fetch(`${app.url}/api/imports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ upload, dataset: 'test-policies', ...(choices && { choices }) }),
  });

/** Through the page's door, to the end. */
async function bring(name: string, body: string | Buffer, choices?: TableChoices): Promise<ImportRun> {
  const sent = await send(name, typeof body === 'string' ? body : Uint8Array.from(body));
  const { upload } = (await sent.json()) as UploadPreview;
  const started = await start(upload, choices);
  expect(started.status).toBe(202);
  const { id } = await started.json();
  const run = () => app.get(`/api/import?id=${id}`);
  await expect.poll(async () => (await run()).state, { timeout: 60_000 }).not.toBe('running');
  return run();
}

const HEADER = ['policy', 'signed', 'premium', 'seller', 'household', 'lng', 'lat'];
const row = (key: string): (string | number)[] => [key, '2020-05-01', 100, '王某', `H-${key}`, 120.61, 31.605];

test('a workbook with titles comes in as a person sees it, and what is odd in it is told', async () => {
  const data = `${rowsXml([['2020年保单'], ['填报单位：测试镇'], HEADER, row('W1'), row('W2')])}<row r="6"><c r="A6" t="inlineStr"><is><t>W3</t></is></c><c r="C6" t="e"><v>#N/A</v></c></row>`;
  const file = await makeWorkbook({ sheets: [{ name: '明细', data }] });
  const { report, state } = await bring('保单.xlsx', file);
  expect(state).toBe('finished');
  expect(report).toMatchObject({ read: 3, stored: 3, rejected: {} });
  expect(report.findings).toContainEqual({ id: 'error-cells', count: 1, column: 'premium', lines: [6] });
  const { rows } = await app.get('/api/records?dataset=test-policies&sort=key&order=asc');
  expect(rows[0]).toMatchObject({ key: 'W1', happenedOn: '2020-05-01', amount: 100, operator: '王某' });
});

test('the same rows as JSON lines, JSON and GeoJSON change nothing that a workbook stored', async () => {
  const objects = ['W1', 'W2'].map((key) => Object.fromEntries(row(key).map((value, at) => [HEADER[at], value])));
  for (const [name, text] of [
    ['a.jsonl', objects.map((object) => JSON.stringify(object)).join('\n')],
    ['a.txt', JSON.stringify(objects)],
  ] as const) {
    const { report } = await bring(name, text);
    expect(report).toMatchObject({ read: 2, stored: 0, unchanged: 2 });
  }
});

test('what a person says of a file decides, in the preview of the columns too', async () => {
  const lines = ['x!1', 'y!2', HEADER.join('!'), row('C1').join('!')].join('\n');
  const { report, encoding } = await bring('a.csv', lines, { delimiter: '!', headerLine: 3, encoding: 'utf-8' });
  expect(report).toMatchObject({ read: 1, stored: 1 });
  expect(encoding).toBe('utf-8');
  const again = (await (await send('b.csv', `${HEADER.join(',')}\n`)).json()) as UploadPreview;
  expect(again).toMatchObject({ kind: 'records', suggested: 'test-policies' });
  const refused = await start(again.upload, { delimiter: '--' });
  expect(refused.status).toBe(400);
});

test('a file that cuts off is refused at once when it is short; of a long one what was read is kept, and the run says why it ended', async () => {
  const short = await send('a.json', '[{"policy":"S1"},{"pol');
  expect(short.status).toBe(400);
  expect((await short.json()).error).toContain('ends within a record');
  const objects = Array.from({ length: 2_500 }, (_, i) =>
    Object.fromEntries(row(`T${i}`).map((value, at) => [HEADER[at], value])),
  );
  const run = await bring('a.json', JSON.stringify(objects).slice(0, -20));
  expect(run.state).toBe('failed');
  expect(run.error).toContain('ends within a record');
  expect(run.report.stored).toBeGreaterThanOrEqual(1_000);
  expect(run.report.read).toBe(run.report.stored);
});

test('what is no file of records is refused by its name, and nothing of it stays', async () => {
  const before = readdirSync(join(app.dataDir, 'uploads')).length;
  const refused = await send('保单.xlsx', '%PDF-1.7 …');
  expect(refused.status).toBe(400);
  expect((await refused.json()).error).toContain('PDF 文档');
  expect(readdirSync(join(app.dataDir, 'uploads'))).toHaveLength(before);
});

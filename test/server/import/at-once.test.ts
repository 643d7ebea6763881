import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportRun } from '../../../geodata/model/import-report.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { fileOf, makeTown, POLICY_DATASET } from '../../support/town.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await makeTown(app.db);
  await app.import(POLICY_DATASET, fileOf([]));
});
afterAll(() => app.stop());

/** Through the page's door, to the end. */
async function bring(text: string): Promise<ImportRun> {
  const sent = await fetch(`${app.url}/api/uploads?name=policies.csv`, { method: 'POST', body: text });
  const { upload } = await sent.json();
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ upload, dataset: 'test-policies' });
  const started = await fetch(`${app.url}/api/imports`, { method: 'POST', headers, body });
  expect(started.status).toBe(202);
  const { id } = await started.json();
  const run = () => app.get(`/api/import?id=${id}`);
  await expect.poll(async () => (await run()).state, { timeout: 60_000 }).toBe('finished');
  return run();
}

const houses = (from: number, until: number) =>
  fileOf(
    Array.from({ length: until - from }, (_, i) => ({
      key: `K${from + i}`,
      lng: 120.61,
      lat: 31.605,
      operator: '王某',
    })),
  );

test('imports that come at once go one after the other, the same file too, and every key is there once', async () => {
  const runs = await Promise.all([houses(0, 3_000), houses(0, 3_000), houses(2_000, 5_000)].map(bring));
  for (const { report } of runs) {
    expect(report.read).toBe(3_000);
    expect(report.stored + report.updated + report.unchanged).toBe(3_000);
  }
  expect(runs.reduce((sum, { report }) => sum + report.stored, 0)).toBe(5_000);
  expect(runs[0]?.fileSha256).toBe(runs[1]?.fileSha256);
  expect((await app.get('/api/records?dataset=test-policies')).total).toBe(5_000);
  const spans = runs.map(({ startedAt, endedAt }) => [startedAt, endedAt]);
  expect(spans.flat()).not.toContain(null);
});

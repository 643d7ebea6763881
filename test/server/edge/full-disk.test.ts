import { afterAll, beforeAll, expect, test } from 'vitest';
import { declareDataset } from '../../../server/dataset/datasets.ts';
import { openSpaceCheck } from '../../../server/import/require-space.ts';
import { openRun, runImport } from '../../../server/import/run-import.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { fileOf, makeTown, POLICY_DATASET } from '../../support/town.ts';

/** More than any disk has: to the server it is full. */
const NO_ROOM = 2 ** 60;

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ settings: { SUNMAP_DISK_RESERVE_MB: `${NO_ROOM / 1024 ** 2}` } });
  await makeTown(app.db);
});
afterAll(() => app.stop());

test('a full disk takes no file and says so in both languages, and what is there can be read', async () => {
  const response = await fetch(`${app.url}/api/uploads?name=more.csv`, { method: 'POST', body: 'a,b\n1,2\n' });
  expect(response.status).toBe(507);
  expect((await response.json()).error).toMatch(/磁盘空间不足.*nearly full/);
  expect(await app.get('/api/datasets')).toBeInstanceOf(Array);
});

test('a disk that fills during an import ends it with a sentence, and keeps what was stored', async () => {
  const declared = await declareDataset(app.db, POLICY_DATASET);
  const houses = Array.from({ length: 5_000 }, (_, i) => ({
    key: `K${i}`,
    lng: 120.61,
    lat: 31.605,
    operator: '王某',
  }));
  const bytes = (async function* () {
    yield new TextEncoder().encode(fileOf(houses));
  })();
  const file = { name: 'long.csv', size: null, bytes };
  const runId = await openRun(app.db, { declared, file, synthetic: false });
  const full = openSpaceCheck(app.dataDir, NO_ROOM);
  let batches = 0;
  const requireSpace = async (needed: number) => {
    batches += 1;
    if (batches > 1) await full(needed);
  };
  await expect(runImport(app.db, { declared, file, runId, countyCode: '320581', requireSpace })).rejects.toThrow(
    '磁盘',
  );
  const run = await app.get(`/api/import?id=${runId}`);
  expect(run).toMatchObject({ state: 'failed', error: expect.stringContaining('磁盘空间不足') });
  expect(run.report.stored).toBe(2_000);
  expect((await app.get('/api/records?dataset=test-policies')).total).toBe(2_000);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { gcj02 } from '../../../geodata/coordinates/gcj02.ts';
import type { CrsTest } from '../../../geodata/model/crs-api.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { makeTown, POLICY_DATASET } from '../../support/town.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await makeTown(app.db);
});
afterAll(() => app.stop());

const DATASET = {
  ...POLICY_DATASET,
  id: 'coded',
  place: { ...POLICY_DATASET.place, areaCode: { column: 'village', level: 'village' } },
};

/** Forty houses at the border of two villages, written down in GCJ-02 beside the code of their village. */
const FILE = [
  'policy,signed,premium,seller,household,lng,lat,village',
  ...Array.from({ length: 40 }, (_, i) => {
    const east = i % 2 === 0;
    const [lng, lat] = gcj02.forward([120.607 + (east ? 0.002 : -0.002), 31.604 + i / 10_000]);
    return `P${i},2020-05-01,100,王某,户主${i},${lng},${lat},${east ? '320581001201' : '320581001202'}`;
  }),
].join('\n');

async function post(path: string, body: unknown): Promise<{ status: number; body: never }> {
  const response = await fetch(app.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as never };
}

async function upload(text: string): Promise<string> {
  const response = await fetch(`${app.url}/api/uploads?name=houses.csv`, { method: 'POST', body: text });
  return ((await response.json()) as { upload: string }).upload;
}

test('a wrong declaration is shown, another is adopted, and the records keep the system that they were read in', async () => {
  await app.import(DATASET, FILE.split('\n')[0] as string);
  const handle = await upload(FILE);
  const tested = await post('/api/crs-test', { upload: handle, dataset: 'coded' });
  const result: CrsTest = tested.body;
  expect(result).toMatchObject({
    declared: 'EPSG:4326',
    level: 'village',
    tested: 40,
    named: 40,
    verdict: 'other-fits',
    proposal: { crs: 'GCJ-02', swapped: false },
  });
  expect(JSON.stringify(result)).not.toMatch(/户主|王某/);

  const adopted = await post('/api/crs-adoption', { dataset: 'coded', crs: 'GCJ-02', swapped: false });
  expect(adopted).toMatchObject({ status: 201, body: { dataset: { place: { coordinates: { crs: 'GCJ-02' } } } } });
  const again: CrsTest = (await post('/api/crs-test', { upload: handle, dataset: 'coded' })).body;
  expect(again).toMatchObject({ declared: 'GCJ-02', verdict: 'fits', proposal: null });

  const { dataset } = adopted.body as { dataset: typeof DATASET };
  const report = await app.import(dataset, FILE);
  expect(report).toMatchObject({ read: 40, stored: 40, placed: { coordinates: 40 } });
  const { rows } = await app.db.query<{ lng: number; lat: number; crs: string }>(
    `select lng, lat, whereabouts ->> 'crs' as crs from record where key = 'P0'`,
  );
  expect(rows[0]?.crs).toBe('GCJ-02');
  expect(rows[0]?.lng).toBeCloseTo(120.609, 6);
  expect(rows[0]?.lat).toBeCloseTo(31.604, 6);

  // Placed again, by other villages and under another declaration: each record is read in its own system still.
  await app.import(DATASET, FILE.split('\n')[0] as string);
  await makeTown(app.db);
  const after = await app.db.query<{ lng: number }>(`select lng from record where key = 'P0'`);
  expect(after.rows[0]?.lng).toBeCloseTo(120.609, 6);
});

test('a mapping that is not saved yet can be tested too, and columns that are the wrong way round are told', async () => {
  const lines = FILE.split('\n');
  const handle = await upload(lines.join('\n'));
  const mapping = {
    id: 'new',
    place: [
      { lng: 'lat', lat: 'lng', crs: 'gcj02' },
      { areaCode: 'village', level: 'village' },
    ],
  };
  const { body } = await post('/api/crs-test', { upload: handle, mapping });
  expect(body).toMatchObject({ verdict: 'other-fits', proposal: { crs: 'GCJ-02', swapped: true } });
});

test('a shipped dataset stays as it is: a copy gets the other system', async () => {
  const { status, body } = await post('/api/crs-adoption', { dataset: 'house-insurance', crs: 'BD09', swapped: true });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    dataset: {
      id: 'house-insurance-bd-09-swapped',
      place: { coordinates: { lng: '纬度', lat: '经度', crs: 'BD-09' }, address: { column: '房屋地址' } },
    },
  });
});

test.each([
  [{ dataset: 'nobody' }, 404],
  [{}, 400],
  [{ mapping: { id: 'x', place: { address: 'village' } } }, 400],
  [{ mapping: { id: 'x', place: { lng: 'lng', lat: 'lat', crs: 'EPSG:1' } } }, 400],
  [{ dataset: 'house-insurance' }, 400],
])('%j is answered %i with a sentence', async (part, status) => {
  const answer = await post('/api/crs-test', { upload: await upload(FILE), ...part });
  expect(answer.status).toBe(status);
  expect((answer.body as { error: string }).error.length).toBeGreaterThan(10);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { cellAt } from '../geodata/h3/cells.ts';
import { startApp, type TestApp } from './support/app.ts';
import { fileOf, type House, makeTown, POLICY_DATASET } from './support/town.ts';

// A town of two villages on a square grid, whose answers are known by hand:
// east 东村 (100 households) has 40 policies: 30 by 范某, 10 by 王某; west 西村 (200 households) has 10, all by 李某.
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await makeTown(app.db);
});
afterAll(() => app.stop());

const houses: House[] = [
  ...Array.from({ length: 40 }, (_, i) => ({
    key: `E${i}`,
    lng: 120.61,
    lat: 31.605,
    operator: i < 30 ? '范某' : '王某',
  })),
  ...Array.from({ length: 10 }, (_, i) => ({ key: `W${i}`, lng: 120.603, lat: 31.605, operator: '李某' })),
];

test('a policy travels from the row of a file to its village, its hexagon and the evidence', async () => {
  const report = await app.import(
    POLICY_DATASET,
    fileOf([...houses, { key: 'X', lng: null, lat: null, operator: '范某' }]),
  );
  expect(report).toMatchObject({
    read: 51,
    stored: 51,
    updated: 0,
    unchanged: 0,
    rejected: {},
    unplaced: 1,
    placed: { coordinates: 50 },
  });

  const areas = await app.get('/api/areas?dataset=test-policies&level=village');
  expect(areas).toMatchObject([
    {
      code: '320581001201',
      name: '东村',
      records: 40,
      judged: 40,
      operators: 2,
      topOperator: '范某',
      topRecords: 30,
      cr1: 0.75,
      cr2: 1,
      perHundredHouseholds: 40,
    },
    {
      code: '320581001202',
      name: '西村',
      records: 10,
      judged: 10,
      operators: 1,
      topOperator: '李某',
      topRecords: 10,
      cr1: 1,
      hhi: 10_000,
      tier: 'grey',
    },
  ]);
  // HHI = 75² + 25² = 6,250; unbiased (40 × 0.625 − 1) / 39 = 0.61538…
  expect(areas[0].hhi).toBeCloseTo(6_250, 9);
  expect(areas[0].hhiUnbiased).toBeCloseTo(6_153.846_153_846, 6);

  const overview = await app.get('/api/overview?dataset=test-policies&level=village');
  expect(overview).toMatchObject({ records: 51, unplaced: 1, outside: 1, tiers: { red: 0, orange: 1, grey: 1 } });

  const cell = cellAt([120.61, 31.605]);
  expect(await app.get(`/api/cell?dataset=test-policies&cell=${cell}`)).toMatchObject({
    records: 40,
    topOperator: '范某',
    topRecords: 30,
  });

  const [top] = (await app.get('/api/area?dataset=test-policies&level=village&code=320581001201')).topOperators;
  expect(top).toMatchObject({ name: '范某', records: 30, share: 0.75 });
  const page = await app.get(
    `/api/records?dataset=test-policies&level=village&area=320581001201&operator=${top.id}&limit=5`,
  );
  expect(page.total).toBe(30);
  expect(page.rows).toHaveLength(5);
  expect(page.rows[0]).toMatchObject({ operator: '范某', fileName: 'policies.csv', grade: 'coordinates', cell });
});

test('importing the same file again changes nothing', async () => {
  const before = await app.get('/api/areas?dataset=test-policies&level=village');
  const report = await app.import(POLICY_DATASET, fileOf(houses));
  expect(report).toMatchObject({ read: 50, stored: 0, updated: 0, unchanged: 50 });
  expect(await app.get('/api/areas?dataset=test-policies&level=village')).toEqual(before);
});

test('a corrected file updates its rows', async () => {
  const corrected = houses.map((house) => (house.key === 'W0' ? { ...house, operator: '王某' } : house));
  expect(await app.import(POLICY_DATASET, fileOf(corrected))).toMatchObject({ stored: 0, updated: 1, unchanged: 49 });
  const [, west] = await app.get('/api/areas?dataset=test-policies&level=village');
  expect(west).toMatchObject({ records: 10, topRecords: 9, operators: 2 });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { fileOf, makeTown, POLICY_DATASET } from '../../support/town.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

test('records that came before their areas find their village when the areas come', async () => {
  const houses = [
    { key: 'inside', lng: 120.61, lat: 31.605, operator: '范某' },
    { key: 'far away', lng: 100, lat: 30, operator: '范某' },
  ];
  expect(await app.import(POLICY_DATASET, fileOf(houses))).toMatchObject({ placed: { 'coordinates-only': 2 } });
  await makeTown(app.db);
  const [east] = await app.get('/api/areas?dataset=test-policies&level=village');
  expect(east).toMatchObject({ name: '东村', records: 1 });
  expect((await app.get('/api/overview?dataset=test-policies&level=village')).outside).toBe(1);
});

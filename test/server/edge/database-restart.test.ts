import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { fileOf, makeTown, POLICY_DATASET } from '../../support/town.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await makeTown(app.db);
  await app.import(POLICY_DATASET, fileOf([{ key: 'A', lng: 120.61, lat: 31.605, operator: '王某' }]));
});
afterAll(() => app.stop());

const AREAS = '/api/areas?dataset=test-policies&level=village';
const records = async () => (await app.get('/api/records?dataset=test-policies')).total;

test('requests that a restart of the database meets are told to come again, and within seconds all is well', async () => {
  const statuses = new Set<number>();
  const broken: { headers: Headers; body: { error: string; requestId: string } }[] = [];
  let over = false;
  const visitor = async () => {
    while (!over) {
      const response = await fetch(app.url + AREAS);
      statuses.add(response.status);
      const body = await response.json();
      if (response.status !== 200) broken.push({ headers: response.headers, body });
    }
  };
  const visitors = Array.from({ length: 8 }, visitor);
  // A statement that is under way when it happens.
  const underWay = app.db
    .query('select count(*) from generate_series(1, 100000000), pg_sleep(1)')
    .catch((error) => error);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await app.restartDatabase();
  expect(await underWay).toBeInstanceOf(Error);
  await expect.poll(async () => (await fetch(app.url + AREAS)).status, { timeout: 5_000 }).toBe(200);
  over = true;
  await Promise.all(visitors);
  expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
  for (const { headers, body } of broken) {
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(body.requestId).toBe(headers.get('x-request-id'));
    expect(JSON.stringify(body)).not.toMatch(/sql|select|terminat|ECONN|socket|stack/i);
  }
  expect(await records()).toBe(1);
});

test('a transaction that a restart meets leaves nothing, and says so', async () => {
  const client = await app.db.connect();
  await client.query('begin');
  await client.query('delete from record');
  const lost = new Promise((resolve) => client.once('error', resolve));
  await app.restartDatabase();
  await lost;
  client.release(true);
  await expect.poll(async () => (await fetch(app.url + AREAS)).status, { timeout: 10_000 }).toBe(200);
  expect(await records()).toBe(1);
});

test('connections that a restart finds idle are replaced without anybody noticing', async () => {
  for (let round = 0; round < 3; round += 1) {
    await app.get(AREAS);
    await app.restartDatabase();
    await expect.poll(records, { timeout: 5_000 }).toBe(1);
  }
  expect(app.logged().some(({ msg }) => msg === 'a database connection broke')).toBe(true);
});

test('an import that a restart meets is shown as interrupted, with a sentence, and can be run again', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `N${i},2020-06-01,50,赵某,H${i},120.61,31.605`);
  const csv = ['policy,signed,premium,seller,household,lng,lat', ...rows].join('\n');
  const upload = async () => {
    const { upload } = await (
      await fetch(`${app.url}/api/uploads?name=long.csv`, { method: 'POST', body: csv })
    ).json();
    const response = await fetch(`${app.url}/api/imports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ upload, dataset: 'test-policies' }),
    });
    return (await response.json()).id;
  };
  const id = await upload();
  const run = async (id: number) => {
    const response = await fetch(`${app.url}/api/import?id=${id}`);
    return response.ok ? await response.json() : { report: { read: 0 } };
  };
  await expect.poll(async () => (await run(id)).report.read, { timeout: 30_000, interval: 20 }).toBeGreaterThan(0);
  await app.restartDatabase();
  await expect.poll(async () => (await run(id)).state, { timeout: 40_000 }).toBe('interrupted');
  const { error, report } = await run(id);
  expect(error).toContain('请重新导入同一文件');
  expect(error).not.toMatch(/sql|terminated/i);
  expect(await records()).toBe(1 + report.stored);
  const again = await upload();
  await expect.poll(async () => (await run(again)).state, { timeout: 60_000 }).toBe('finished');
  expect(await records()).toBe(20_001);
});

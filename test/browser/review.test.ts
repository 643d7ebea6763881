import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildClient } from '../../server/build-client.ts';
import { decideAddress } from '../../server/review/decide-address.ts';
import { ADDRESS_DATASET, addressFile } from '../support/addresses.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { makeAccount } from '../support/browser-like.ts';
import { launchChromium } from '../support/chromium.ts';
import { sessionCookie } from '../support/script-session.ts';
import { makeTown } from '../support/town.ts';

// A steward places addresses without a mouse, in a real browser.
const SHOTS = join(import.meta.dirname, 'screenshots');
const CLIENT = join(import.meta.dirname, '../../dist/client/');
const PATIENCE = 60_000;
const HOMES = [
  ['a', '东头大树旁12号'],
  ['b', '东头大树旁12号'],
  ['f', '东头大树旁12号'],
  ['c', '河埠头老屋'],
  ['g', '河埠头老屋'],
  ['d', '沿街二楼'],
  ['e', '测试镇东村陈家宅7号'],
] as const;

let app: TestApp;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  await buildClient(CLIENT, () => {});
  app = await startApp({ clientFolder: CLIENT, access: 'enforced', settings: { SUNMAP_SECOND_FACTOR: 'optional' } });
  await makeTown(app.db);
  await app.import(ADDRESS_DATASET, addressFile(HOMES));
  await makeAccount(app, 'steward', { role: 'steward', allAreas: true, allDatasets: true });
  // Somebody sent 7号 of 东村 to 西村: what the address itself says is then the first candidate.
  const { rows } = await app.db.query(`select id from area where name = '西村'`);
  const verdict = { outcome: 'area', areaId: rows[0].id, position: null, reason: null, alias: null } as const;
  const by = { by: '李四', now: new Date(), everywhere: true, onDecided: async () => {} };
  await decideAddress(app.db, { countyCode: '320581', address: '测试镇东村陈家宅7号' }, verdict, by);
  browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  await context.addCookies([{ name: 'sunmap', value: await sessionCookie(app.url, 'steward'), url: app.url }]);
  context.setDefaultTimeout(PATIENCE);
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && complaints.push(`console: ${message.text()}`));
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const said = (text: string | RegExp) => page.locator('.review-said', { hasText: text }).waitFor();
const address = (name: string) => page.getByRole('heading', { level: 2, name }).waitFor();
async function villageOf(key: string): Promise<string | null> {
  const { rows } = await app.db.query(
    `select area.name from record left join place_area on place_area.place_id = record.place_id and place_area.level = 'village'
     left join area on area.id = place_area.area_id where key = $1`,
    [key],
  );
  return rows[0].name;
}

test('by keys alone: search, confirm, skip, put aside, undo, pick by number, point at the map', async () => {
  await page.goto(`${app.url}/review`);
  await address('东头大树旁12号');
  await page.keyboard.press('/');
  await page.keyboard.type('dongcun');
  await page.getByRole('option', { name: '东村' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await said('选择：测试镇东村');
  await page.keyboard.press('Enter');
  await said(/已核定到测试镇东村，3 条记录移动/);
  expect(await villageOf('a')).toBe('东村');

  await address('河埠头老屋');
  await page.keyboard.press('s');
  await address('沿街二楼');
  await page.keyboard.press('n');
  await page.keyboard.press('Enter');
  await said('已搁置');
  await address('河埠头老屋');
  await page.keyboard.press('u');
  await said('已撤销');
  await address('沿街二楼');
  await page.keyboard.press('j');
  await address('河埠头老屋');

  await page.locator('.maplibregl-canvas').waitFor();
  await page.keyboard.press('p');
  await page.locator('.map-pin').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('map-pin');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.screenshot({ path: join(SHOTS, 'review.png') });
  await page.keyboard.press('Enter');
  await said('已核定到地图上的位置');
  expect(await villageOf('c')).toBe('西村');
}, 120_000);

test('what was decided is listed, and picked anew by its number', async () => {
  await page.goto(`${app.url}/review?dataset=test-addresses&state=decided`);
  await page.getByRole('option', { name: '测试镇东村陈家宅7号' }).waitFor();
  for (
    let tries = 0;
    tries < 5 && !(await page.getByRole('heading', { name: '测试镇东村陈家宅7号' }).isVisible());
    tries++
  ) {
    await page.keyboard.press('j');
    await page.locator('.review-detail h2').waitFor();
  }
  await page.getByText(/李四 于 .* 核定：测试镇西村/).waitFor();
  await page.getByRole('radio', { name: /东村/ }).waitFor();
  await page.keyboard.press('1');
  await said('选择：测试镇东村');
  await page.keyboard.press('Enter');
  await said(/已核定到测试镇东村，1 条记录移动/);
  expect(await villageOf('e')).toBe('东村');
  expect(complaints).toEqual([]);
}, 120_000);

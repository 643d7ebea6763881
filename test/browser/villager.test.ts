import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildClient } from '../../server/build-client.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { launchChromium } from '../support/chromium.ts';
import { type PublicTestApp, startPublicApp } from '../support/public-app.ts';
import { makeTown } from '../support/town.ts';

// The public page over a town of two villages, in a real browser.
const SHOTS = join(import.meta.dirname, 'screenshots');
const CLIENT = join(import.meta.dirname, '../../dist/public/');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PATIENCE = 60_000;
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
const EAST = '/?code=320581001201';

let staff: TestApp;
let app: PublicTestApp;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];
let asked: string[];
/** What the browser may complain about, where a test takes something away. */
let tolerated: RegExp | null;

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  await buildClient(CLIENT, () => {}, 'public');
  staff = await startApp();
  await makeTown(staff.db);
  app = await startPublicApp(staff, { clientFolder: CLIENT });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await staff?.stop();
});
beforeEach(() => open(PHONE));
afterEach(async () => {
  expect(await context.cookies()).toEqual([]);
  await context.close();
  expect(complaints.filter((each) => !tolerated?.test(each))).toEqual([]);
});

async function open(viewport: { width: number; height: number }, bypassCSP = false): Promise<void> {
  await context?.close();
  complaints = [];
  asked = [];
  tolerated = null;
  context = await browser.newContext({ viewport, locale: 'zh-CN', bypassCSP });
  context.setDefaultTimeout(PATIENCE);
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && complaints.push(`console: ${message.text()}`));
  page.on('request', (request) => {
    const { origin, pathname, search, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== app.url) complaints.push(`foreign request: ${request.url()}`);
    asked.push(pathname + search);
  });
}

const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const serious = () =>
  page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(o: unknown): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => [id, nodes[0]?.html]);
  });

/** Waits until so many pixels of the map have about this colour. */
const untilDrawn = ([red, green, blue]: readonly [number, number, number]) =>
  expect
    .poll(
      async () => {
        const { data } = PNG.sync.read(await page.locator('.sketch-frame').screenshot());
        let found = 0;
        for (let i = 0; i < data.length; i += 4) {
          const [r = 0, g = 0, b = 0] = data.subarray(i, i + 3);
          if (Math.abs(r - red) + Math.abs(g - green) + Math.abs(b - blue) < 12) found += 1;
        }
        return found;
      },
      { timeout: PATIENCE, interval: 500 },
    )
    .toBeGreaterThan(2_000);
const PLACE = [223, 234, 236] as const;
const CHOSEN = [248, 220, 147] as const;

test.each([
  ['phone', PHONE],
  ['desk', DESK],
])('a villager finds a village by pinyin and reads what is there (%s)', async (name, viewport) => {
  await open(viewport);
  await page.goto(app.url);
  await heading('阳光公开');
  await untilDrawn(PLACE);
  await page.getByText('还没有公开过任何一期数字').waitFor();
  await page.screenshot({ path: join(SHOTS, `villager-home-${name}.png`), fullPage: true });
  await page.getByLabel('找村').fill('dongcun');
  await page.getByRole('status').filter({ hasText: '找到 1 个' }).waitFor();
  await page.locator('.finder .places a').click();
  await heading('东村');
  expect(page.url()).toBe(app.url + EAST);
  expect(await page.title()).toBe('东村 · 阳光公开');
  expect(await page.locator('.facts').textContent()).toContain('320581001201');
  await page.getByText('村界示意，不作为权属依据').waitFor();
  await untilDrawn(CHOSEN);
  await page.screenshot({ path: join(SHOTS, `villager-place-${name}.png`), fullPage: true });
  await page.getByRole('link', { name: '西村' }).click();
  await heading('西村');
  await page.goBack();
  await heading('东村');
});

test.each([
  ['phone', PHONE],
  ['desk', DESK],
])('nothing on it is hard to reach or too wide (%s)', async (_name, viewport) => {
  await open(viewport, true);
  tolerated = /status of 404/;
  for (const path of ['/', EAST, '/?code=nowhere']) {
    await page.goto(app.url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (path !== '/?code=nowhere') await page.locator('.sketch canvas').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.evaluate(AXE);
    expect(await serious(), path).toEqual([]);
  }
});

test('the list is there before the map is asked for, and without a map nothing is lost', async () => {
  tolerated = /ERR_FAILED/;
  await page.route('**/*sketch-view*', (route) => route.abort());
  await page.goto(app.url);
  await page.getByText('测试镇').waitFor();
  await page.getByText('这台设备显示不了地图').waitFor();
  const areas = asked.findIndex((path) => path.startsWith('/api/areas'));
  const map = asked.findIndex((path) => path.includes('sketch-view'));
  expect([areas >= 0, map > areas]).toEqual([true, true]);
  await page.getByRole('link', { name: '西村' }).click();
  await heading('西村');
});

test('where somebody stands is asked for by a press, found here, and sent nowhere', async () => {
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ longitude: 120.603, latitude: 31.6051 });
  await page.goto(app.url);
  await page.locator('.sketch canvas').waitFor();
  await page.getByRole('button', { name: '我在哪个村' }).click();
  await heading('西村');
  expect(asked.filter((each) => each.includes('120.6') || each.includes('31.6'))).toEqual([]);
  await context.setGeolocation({ longitude: 0, latitude: 0 });
  await page.goto(app.url);
  await page.getByRole('button', { name: '我在哪个村' }).click();
  await page.getByText('不在这些村的示意边界之内').waitFor();
});

test('a reader who gives no position is told what to do instead', async () => {
  await context.clearPermissions();
  await page.goto(app.url);
  await page.getByRole('button', { name: '我在哪个村' }).click();
  await page.getByText('没有得到位置').waitFor();
});

test('English is a press away, and kept', async () => {
  await page.goto(app.url);
  await page.getByRole('button', { name: 'English' }).click();
  await heading('Open sunshine');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await page.goto(app.url + EAST);
  await page.getByText('Boundaries are a sketch and no evidence of ownership.').waitFor();
});

test('the banner stands over made-up data, and only there', async () => {
  await page.goto(app.url);
  await heading('阳光公开');
  expect(await page.locator('.banner').count()).toBe(0);
  await page.route('**/api/notice', async (route) => {
    const notice = await (await route.fetch()).json();
    await route.fulfill({ json: { ...notice, synthetic: true } });
  });
  await page.goto(app.url);
  await page.getByText('演示页面').waitFor();
});

test('a server that cannot answer leaves a sentence and a way to ask again', async () => {
  tolerated = /ERR_FAILED/;
  let away = true;
  await page.route('**/api/areas?*', (route) => (away ? route.abort() : route.continue()));
  await page.goto(app.url);
  await page.getByText('没有载入成功').waitFor();
  away = false;
  await page.getByRole('button', { name: '重试' }).click();
  await page.getByText('测试镇').waitFor();
});

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { type Home, makeHome } from '../support/make-home.ts';
import { makeAccountByCommand, sessionCookie } from '../support/script-session.ts';
import { type RunningServer, startServer } from '../support/sunmap.ts';

// The whole product as its users meet it: `npm start` with the demo county, in a real browser. Screenshots of every state are
// kept beside this file, to be looked at.
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const SHOTS = join(import.meta.dirname, 'screenshots');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Software rendering on a busy machine is slow; nobody is timed here. */
const PATIENCE = 60_000;

let home: Home;
let server: RunningServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];
/** The session cookies of an inspector and a steward who may see everything. */
const cookies = { inspector: '', steward: '' };
type Role = keyof typeof cookies;

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  home = await makeHome();
  for (const role of ['inspector', 'steward'] as const) await makeAccountByCommand(home.env, role);
  server = await startServer({ ...home.env, SUNMAP_DEMO: 'on' });
  for (const role of ['inspector', 'steward'] as const) cookies[role] = await sessionCookie(server.url, role);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await home?.drop();
});

beforeEach(() => open(DESK));
afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

const contextOf = async (viewport: { width: number; height: number }, role: Role | null): Promise<BrowserContext> => {
  const opened = await browser.newContext({ viewport, locale: 'zh-CN', bypassCSP: false });
  if (role) await opened.addCookies([{ name: 'sunmap', value: cookies[role], url: server.url }]);
  return opened;
};

async function open(viewport: { width: number; height: number }, role: Role | null = 'inspector'): Promise<void> {
  await context?.close();
  complaints = [];
  context = await contextOf(viewport, role);
  context.setDefaultTimeout(PATIENCE);
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && complaints.push(`console: ${message.text()}`));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== server.url && protocol.startsWith('http')) complaints.push(`foreign request: ${request.url()}`);
  });
}

const visit = (path: string) => page.goto(server.url + path);
const shoot = (name: string) => page.screenshot({ path: join(SHOTS, `${name}.png`) });
const redVillages = () => page.locator('.risk-red .risk-name strong').allTextContents();

/** How many pixels of the left two thirds are about this colour: that something was drawn, and where it counts. */
async function pixelsLike([red, green, blue]: [number, number, number]): Promise<number> {
  const { width, height, data } = PNG.sync.read(await page.screenshot());
  let found = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width * 0.65; x += 1) {
      const i = 4 * (y * width + x);
      const [r = 0, g = 0, b = 0] = data.subarray(i, i + 3);
      if (Math.abs(r - red) + Math.abs(g - green) + Math.abs(b - blue) < 40) found += 1;
    }
  }
  return found;
}

const untilDrawn = (colour: [number, number, number], atLeast: number) =>
  expect.poll(() => pixelsLike(colour), { timeout: PATIENCE, interval: 1_000 }).toBeGreaterThan(atLeast);

const RED: [number, number, number] = [176, 30, 46];
/** Of the third tier: on the map alone, while the panel beside it shows red too. */
const YELLOW: [number, number, number] = [242, 205, 93];

test('a leader signs in with one press in the demo, and sees the three villages and why without another', async () => {
  await open(DESK, null);
  await visit('/');
  await page.getByRole('button', { name: /领导/ }).click();
  await page.locator('.risk-red').first().waitFor();
  expect((await redVillages()).sort()).toEqual(['旗杆村', '渠中村', '罗墩村']);
  const first = page.locator('.risk-red', { hasText: '罗墩村' });
  expect(await first.textContent()).toContain('214/236');
  expect(await first.textContent()).toContain('214/238');
  expect(await page.getByText('全部人员和记录均为合成').isVisible()).toBe(true);
  expect(await page.title()).toContain('阳光图');
  await untilDrawn(RED, 300);
  await shoot('county-desk');
});

test('an inspector comes from 罗墩村 to 范某 to his 214 records in three clicks', async () => {
  await visit('/');
  await page
    .getByRole('link', { name: /罗墩村/ })
    .first()
    .click();
  await page.getByRole('heading', { name: /罗墩村/ }).waitFor();
  await shoot('village-desk');
  await page.getByRole('link', { name: /范某/ }).first().click();
  await page.getByText('214 份', { exact: false }).first().waitFor();
  await page.locator('table').getByRole('row').nth(2).waitFor();
  await shoot('operator-desk');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /CSV/ }).click();
  await page.getByLabel('用途').fill('核查线索 2026-17 号');
  await shoot('export-desk');
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  const lines = text.trim().split('\r\n');
  expect(lines).toHaveLength(1 + 214);
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(lines.slice(1).every((line) => line.includes('范某'))).toBe(true);
});

test('a person is shown in plain once somebody said what for, and masked again with a press', async () => {
  await visit('/?area=320581111224');
  await page.locator('.records-table .row-toggle').first().click();
  await page.getByRole('button', { name: '查看原文' }).click();
  await page.getByLabel('用途').fill('查');
  const action = page.getByRole('dialog').getByRole('button', { name: '查看原文' });
  expect(await action.isDisabled()).toBe(true);
  await page.getByLabel('用途').fill('核查线索 2026-17 号');
  await action.click();
  const masked = page.getByRole('button', { name: '重新遮盖' });
  await masked.waitFor();
  const plain = (await page.locator('.details-row').textContent()) ?? '';
  expect(plain).not.toContain('*');
  await shoot('reveal-desk');
  await masked.click();
  expect(await page.locator('.details-row').textContent()).toContain('*');
});

test('the address holds the whole view, and back undoes the last step', async () => {
  await visit('/?area=320581111224&operator=1');
  await page.getByRole('heading', { name: /罗墩村/ }).waitFor();
  await visit('/');
  await page
    .getByRole('link', { name: /旗杆村/ })
    .first()
    .click();
  await page.getByRole('heading', { name: /旗杆村/ }).waitFor();
  const address = page.url();
  expect(address).toContain('area=320581107210');
  const other = await (await contextOf(DESK, 'inspector')).newPage();
  await other.goto(address);
  await other.getByRole('heading', { name: /旗杆村/ }).waitFor({ timeout: PATIENCE });
  await other.context().close();
  await page.goBack();
  await page.locator('.risk-red').first().waitFor();
});

test('a village is found by pinyin', async () => {
  await visit('/');
  const search = page.getByRole('combobox', { name: '搜索区划' });
  await search.fill('luodun');
  await page.getByRole('option', { name: /罗墩村/ }).click();
  await page.getByRole('heading', { name: /罗墩村/ }).waitFor();
});

test('the table holds what the map holds, and can be sorted', async () => {
  await visit('/');
  await page.getByRole('radio', { name: '表格' }).click();
  const rows = page.locator('.stage table tbody tr');
  await rows.first().waitFor();
  expect(await rows.count()).toBeGreaterThan(50);
  await shoot('table-desk');
});

test('hexagons show volume, from one compact answer', async () => {
  const answer = page.waitForResponse((response) => response.url().includes('/api/cells'));
  await visit('/?shape=cells&indicator=records&resolution=8');
  const response = await answer;
  expect(response.headers()['content-type']).toContain('application/octet-stream');
  await untilDrawn([80, 88, 168], 500);
  await shoot('hexagons-desk');
});

test('records without a place are a link away', async () => {
  await visit('/?list=unplaced');
  await page.locator('table tbody tr').first().waitFor();
  await shoot('unplaced-desk');
});

test('everything is there in English', async () => {
  await visit('/');
  await page
    .getByRole('button', { name: 'English' })
    .or(page.getByRole('link', { name: 'English' }))
    .first()
    .click();
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
  await page.locator('.risk-red').first().waitFor();
  expect(await page.locator('.panel').textContent()).toMatch(/214 of 236/);
  await untilDrawn(YELLOW, 1_000);
  await shoot('county-desk-english');
});

test('on a phone the villages are named and nothing runs over the edge', async () => {
  await open(PHONE);
  await visit('/');
  await page.locator('.risk-red').first().waitFor();
  expect((await redVillages()).sort()).toEqual(['旗杆村', '渠中村', '罗墩村']);
  await untilDrawn(YELLOW, 300);
  await shoot('county-phone');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await page
    .getByRole('link', { name: /罗墩村/ })
    .first()
    .click();
  await page.getByRole('heading', { name: /罗墩村/ }).waitFor();
  await shoot('village-phone');
});

test('a server that fails is said, with a way to try again', async () => {
  await page.route('**/api/areas*', (route) =>
    route.fulfill({ status: 500, json: { error: '服务器出错,请稍后再试。' } }),
  );
  await visit('/');
  await page.getByText('服务器出错').first().waitFor();
  await shoot('error-desk');
  await page.unroute('**/api/areas*');
  await page
    .getByRole('button', { name: /重试|再试/ })
    .first()
    .click();
  await page.locator('.risk-red').first().waitFor();
  // The browser itself reports the answers with status 500.
  complaints = complaints.filter((complaint) => !complaint.includes('status of 500'));
});

const HOUSES = [
  '编号,日期,造价,施工队,地点经度,地点纬度',
  'A1,2024-01-02,1200,甲队,120.60,31.66',
  'A2,2024-01-03,=1+1,甲队,120.60,31.66',
  'A3,2024-01-04,900,乙队,,',
  'A1,2024-01-02,1300,乙队,120.60,31.66',
].join('\n');

test('a table of one’s own becomes a dataset in the page: columns chosen once, rejected rows downloaded, remembered by its header', async () => {
  await open(DESK, 'steward');
  await visit('/import');
  const file = join(home.dataDir, 'works.csv');
  writeFileSync(file, HOUSES);
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('施工队').first().waitFor();
  await shoot('import-preview-desk');
  // The list of datasets has come: nothing moves any more.
  await page.waitForLoadState('networkidle');
  await chooseColumns();
  await shoot('import-mapping-desk');
  await page.getByRole('button', { name: '保存数据集并导入' }).click();
  await page.getByText('读取 4 =').first().waitFor();
  await shoot('import-report-desk');
  await page.reload();
  await page.getByText('读取 4 =').first().waitFor();
  const report = (await page.locator('main').textContent()) ?? '';
  expect(report.replace(/\s+/g, ' ')).toContain('读取 4 = 新增 2 + 更新 0 + 未变 0 + 拒绝 2');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /下载被拒绝的行/ }).click();
  await page.getByLabel('用途').fill('改正后重新导入');
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const rejected = readFileSync(await (await download).path(), 'utf8');
  expect(rejected).toContain('amount-not-a-number');
  expect(rejected).toContain('key-repeated');
  expect(rejected).toContain('A2,2024-01-03,=1+1');

  await visit('/import');
  await page.locator('input[type=file]').setInputFiles(file);
  await page
    .getByText(/列名相符/)
    .first()
    .waitFor();
});

/** What the header does not give away; number and date were found by themselves. */
async function chooseColumns(): Promise<void> {
  await page.getByLabel('数据集名称').fill('村级工程');
  await page.getByLabel('标识').fill('village-works');
  const places = { 位置来自: '坐标', '经度（或东坐标）': '地点经度', '纬度（或北坐标）': '地点纬度' };
  for (const [label, option] of Object.entries({
    经办人: '施工队',
    金额: '造价',
    ...places,
  })) {
    const choice = page.locator('.choice', { has: page.getByText(label, { exact: true }) });
    await choice.getByRole('button').press('ArrowDown');
    await page.getByRole('option', { name: option, exact: true }).click();
    await page.getByRole('listbox').waitFor({ state: 'detached' });
  }
}

test.each([
  ['the map', '/', DESK, 'inspector'],
  ['a village', '/?area=320581111224', DESK, 'inspector'],
  ['the import page', '/import', DESK, 'steward'],
  ['the map on a phone', '/', PHONE, 'inspector'],
] as const)('%s has no serious fault of accessibility', async (_name, path, size, role) => {
  await open(size, role);
  await visit(path);
  await page.locator('.risk-red, .run-history, h2').first().waitFor();
  await page.waitForLoadState('networkidle');
  const session = await context.newCDPSession(page);
  await session.send('Page.setBypassCSP', { enabled: true });
  await session.send('Runtime.evaluate', { expression: AXE });
  const serious = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(options: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
  expect(serious).toEqual([]);
});

import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../geodata/model/account.ts';
import { buildClient } from '../../server/build-client.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { makeAccount, PASSWORD } from '../support/browser-like.ts';
import { launchChromium } from '../support/chromium.ts';
import { type PublicTestApp, startPublicApp } from '../support/public-app.ts';
import { fileOf, makeTown, POLICY_DATASET } from '../support/town.ts';

// Names that are programs, wherever a name is shown: they are letters on every page.
const PAGES = join(import.meta.dirname, '../../dist/client/');
const PUBLIC_PAGES = join(import.meta.dirname, '../../dist/public/');
const PATIENCE = 60_000;
const hostile = (what: string) => `${what}"><img src=x onerror=alert(1)><script>alert(2)</script>`;
const VILLAGE = hostile('村');
const TOWN = hostile('镇');
const OPERATOR = hostile('商');
const HOLDER = hostile('户');
const CROP = 'javascript:alert(3)//<svg onload=alert(4)>';
const DATASET = hostile('集');
const FILE = `${hostile('档').replaceAll('/', '')}.csv`;
const PERSON = hostile('人');
const AGENT = hostile('Browser').replace('"', '');

let app: TestApp;
let open: PublicTestApp;
let browser: Browser;
let page: Page | undefined;
let complaints: string[] = [];

beforeAll(async () => {
  await buildClient(PAGES, () => {});
  await buildClient(PUBLIC_PAGES, () => {}, 'public');
  app = await startApp({
    clientFolder: PAGES,
    access: 'enforced',
    settings: { SUNMAP_SECOND_FACTOR: 'optional' },
    prepare: async (db) => {
      await makeTown(db);
      await db.query(`update area set name = $1 where name = '东村'`, [VILLAGE]);
      await db.query(`update area set name = $1 where name = '测试镇'`, [TOWN]);
    },
  });
  const house = { key: hostile('号'), lng: 120.61, lat: 31.605, operator: OPERATOR };
  const [header, row = ''] = fileOf([house]).split('\n');
  const cells = row.replace(`H-${house.key}`, HOLDER).split(',');
  const quoted = [...cells, CROP].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  const crop = {
    id: 'crop',
    column: 'crop',
    title: { zh: hostile('列'), en: 'x' },
    type: 'text',
    sensitivity: 0,
  } as const;
  await app.import(
    { ...POLICY_DATASET, title: { zh: DATASET, en: DATASET }, fields: [crop] },
    `${header},crop\n${quoted}`,
  );
  await app.db.query('update import_run set file_name = $1', [FILE]);
  for (const role of ['inspector', 'steward', 'security-admin', 'audit-admin'] as const) {
    await makeAccount(app, `one-${role}`, { role, allAreas: true, allDatasets: true });
  }
  const areas = [{ level: 'village', code: '320581001201' }];
  await makeAccount(app, 'one-leader', { role: 'leader', areas, datasets: ['test-policies'] });
  await app.db.query('update account set display_name = $1', [PERSON]);
  open = await startPublicApp(app, { clientFolder: PUBLIC_PAGES });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await open?.stop();
  await app?.stop();
});
afterEach(async () => {
  if (page) await harmless(page);
  await page?.context().close();
  expect(complaints).toEqual([]);
});

async function visit(address: string, role: Role | null): Promise<Page> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
    userAgent: AGENT,
  });
  context.setDefaultTimeout(PATIENCE);
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`refused: ${violatedDirective} ${blockedURI}`),
    );
  });
  if (role) {
    const data = { name: `one-${role}`, password: PASSWORD };
    const answer = await context.request.post(`${app.url}/api/session`, { data, headers: { 'user-agent': AGENT } });
    expect(answer.status()).toBe(200);
  }
  complaints = [];
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && complaints.push(`console: ${message.text()}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(address);
  return page;
}

/** No name became a part of the page, whether or not the policy of the page would have kept it from running. */
async function harmless(page: Page): Promise<void> {
  const parts =
    'img[src="x"], [onerror], [onload], svg[onload], script:not([src]), [href^="javascript:"], [src^="javascript:"]';
  expect(await page.locator(parts).count()).toBe(0);
}

const shown = (page: Page, text: string) => page.getByText(text, { exact: false }).first().waitFor();

test('on the map page: panel, records, details, a person in plain, table and search', async () => {
  const page = await visit(`${app.url}/?dataset=test-policies&level=village&area=320581001201`, 'inspector');
  await page.getByRole('heading', { name: VILLAGE }).waitFor();
  for (const text of [TOWN, OPERATOR]) await shown(page, text);
  await page.locator('.records-table .row-toggle').first().click();
  for (const text of [CROP, hostile('号'), FILE]) await shown(page, text);
  await page.getByRole('button', { name: '查看原文' }).click();
  await page.getByLabel('用途').fill('核查线索 2026-17 号');
  await page.getByRole('dialog').getByRole('button', { name: '查看原文' }).click();
  await shown(page, HOLDER);
  await harmless(page);
  await page.getByRole('radio', { name: '表格' }).click();
  await page.locator('.stage table tbody tr', { hasText: VILLAGE }).waitFor();
  await harmless(page);
  await page.getByRole('combobox', { name: '搜索区划' }).fill('cun');
  await page.getByRole('option', { name: VILLAGE }).waitFor();
});

test('on the import page: a file with such a name, columns and cells', async () => {
  const page = await visit(`${app.url}/import`, 'steward');
  await shown(page, FILE);
  const buffer = Buffer.from(
    `"${hostile('栏').replaceAll('"', '""')}",b\n"${hostile('格').replaceAll('"', '""')}",2\n`,
  );
  await page.locator('input[type=file]').setInputFiles({ name: FILE, mimeType: 'text/csv', buffer });
  for (const text of [hostile('栏'), hostile('格')]) await shown(page, text);
});

test('on the accounts page: people, and what they were granted', async () => {
  const page = await visit(`${app.url}/accounts`, 'security-admin');
  const row = page.locator('tr', { hasText: 'one-leader' });
  await shown(page, VILLAGE);
  await row.getByRole('link', { name: PERSON }).click();
  await page.getByRole('button', { name: '授权…' }).click();
  await shown(page, DATASET);
  await page.getByRole('combobox', { name: /添加/ }).fill('zhen');
  await page.getByRole('option', { name: TOWN }).click();
  await shown(page, TOWN);
});

test('on the audit page: who did it, and to what', async () => {
  await app.trace.look({
    actor: { kind: 'account', id: '1', name: PERSON },
    address: '127.0.0.1',
    action: 'file.upload',
    subject: { kind: 'upload', id: hostile('柄') },
    purpose: hostile('因'),
    after: { file: FILE },
  });
  const page = await visit(`${app.url}/audit`, 'audit-admin');
  await shown(page, PERSON);
  const row = page.locator('tbody tr', { hasText: '柄' }).first();
  await row.getByRole('button', { name: /^详情/ }).click();
  for (const text of [hostile('因'), '档']) await shown(page, text);
});

test('on one’s own page: the name, and what the browser calls itself', async () => {
  const page = await visit(`${app.url}/account`, 'steward');
  for (const text of [PERSON, AGENT]) await shown(page, text);
});

test('on the public page: the village and what it lies in', async () => {
  const page = await visit(`${open.url}/?code=320581001201`, null);
  await page.getByRole('heading', { level: 1, name: VILLAGE }).waitFor();
  await shown(page, TOWN);
});

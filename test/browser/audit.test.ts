import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildClient } from '../../server/build-client.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { makeAccount } from '../support/browser-like.ts';
import { launchChromium } from '../support/chromium.ts';
import { sessionCookie } from '../support/script-session.ts';

// The audit page over a log of its own, in a real browser.
const SHOTS = join(import.meta.dirname, 'screenshots');
const CLIENT = join(import.meta.dirname, '../../dist/client/');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PATIENCE = 60_000;
const ATTACK = '<img src=x onerror="document.title=1">\r\n"><script>alert(1)</script>';

let app: TestApp;
/** The session of the audit administrator. */
let token: string;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  await buildClient(CLIENT, () => {});
  app = await startApp({
    clientFolder: CLIENT,
    access: 'enforced',
    settings: { SUNMAP_SECOND_FACTOR: 'optional' },
  });
  await makeAccount(app, 'auditor', { role: 'audit-admin' });
  token = await sessionCookie(app.url, 'auditor');
  for (let n = 1; n <= 60; n++) {
    await app.trace.look({
      actor: { kind: 'account', id: `${n}`, name: n === 7 ? ATTACK : `检查员${n}` },
      address: '10.0.0.7',
      action: n % 2 ? 'record.list' : 'area.view',
      area: { level: 'village', code: '320581001201' },
      after: { dataset: 'house-insurance', shown: n },
    });
  }
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});
beforeEach(() => open({ width: 1280, height: 900 }));
afterEach(async () => {
  await page.context().close();
  expect(complaints).toEqual([]);
});

async function open(viewport: { width: number; height: number }, bypassCSP = false): Promise<void> {
  await page?.context().close();
  complaints = [];
  const context = await browser.newContext({ viewport, locale: 'zh-CN', bypassCSP });
  await context.addCookies([{ name: 'sunmap', value: token, url: app.url }]);
  context.setDefaultTimeout(PATIENCE);
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && complaints.push(`console: ${message.text()}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
}

const rows = () => page.locator('tbody tr');

test('entries are shown newest first and page by page, found by what they hold, and open to everything', async () => {
  await page.goto(`${app.url}/audit`);
  await page.getByRole('heading', { level: 1, name: '审计日志' }).waitFor();
  await expect.poll(() => rows().count(), { timeout: PATIENCE }).toBe(50);
  await page.getByRole('link', { name: '更早的条目' }).click();
  await expect.poll(() => rows().count(), { timeout: PATIENCE }).toBeLessThan(50);
  await page.getByLabel('账号或姓名').fill('7');
  await page.keyboard.press('Enter');
  await expect.poll(() => rows().count(), { timeout: PATIENCE }).toBe(1);
  expect(new URL(page.url()).search).toBe('?actor=7');
  expect(await rows().first().textContent()).toContain('<script>alert(1)</script>');
  await page.getByRole('button', { name: /^详情/ }).press('Enter');
  await page.getByText('"shown": 7').waitFor();
  await page.screenshot({ path: join(SHOTS, 'audit-entry.png') });
  await page.goBack();
  await expect.poll(() => rows().count(), { timeout: PATIENCE }).toBeGreaterThan(1);
});

test('the chain is verified by a button, and a broken entry is named', async () => {
  await page.goto(`${app.url}/audit`);
  await page.getByRole('button', { name: '从头校验' }).click();
  await page.getByText(/完整：第 1 至 \d+ 条/).waitFor();
  await app.db.query(`update audit_entry set address = '10.9.9.9' where seq = 3`);
  await page.getByRole('button', { name: '从头校验' }).click();
  await page.getByText('第 3 条异常：内容与其哈希不符').waitFor();
  await page.screenshot({ path: join(SHOTS, 'audit-broken.png') });
  await app.db.query(`update audit_entry set address = '10.0.0.7' where seq = 3`);
});

test.each([
  ['desk', 1280, 900],
  ['phone', 360, 740],
])('nothing on it is hard to reach (%s)', async (name, width, height) => {
  await open({ width, height }, true);
  await page.goto(`${app.url}/audit`);
  await rows().first().waitFor();
  await page.getByRole('button', { name: /^详情/ }).first().click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.evaluate(AXE);
  const serious = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(o: unknown): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => [id, nodes[0]?.html]);
  });
  expect(serious).toEqual([]);
  await page.screenshot({ path: join(SHOTS, `audit-${name}.png`), fullPage: true });
});

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { makeAccount, PASSWORD } from '../support/browser-like.ts';
import { launchChromium } from '../support/chromium.ts';

// One person signed in with two browsers, and a thief who copied the cookie of the first into a third.
const MINUTE = 60_000;
let clock = new Date('2026-03-01T08:00:00Z');
let app: TestApp;
let chromium: Browser;
let count = 0;
let name: string;
let id: number;
let here: Page;
let there: Page;
let thief: Page;
let contexts: BrowserContext[] = [];

beforeAll(async () => {
  app = await startApp({ access: 'enforced', now: () => clock, settings: { SUNMAP_SECOND_FACTOR: 'optional' } });
  chromium = await launchChromium();
});
afterAll(async () => {
  await chromium?.close();
  await app?.stop();
});

beforeEach(async () => {
  count += 1;
  name = `person-${count}`;
  id = await makeAccount(app, name, { role: 'inspector', now: clock });
  await makeAccount(app, `admin-${count}`, { role: 'security-admin', now: clock });
  [here, there, thief] = [await open(name), await open(name), await open(null)];
  await thief.context().addCookies(await here.context().cookies());
  expect(await seen()).toEqual([200, 200, 200]);
});
afterEach(async () => {
  for (const context of contexts) await context.close();
  contexts = [];
});

async function open(name: string | null): Promise<Page> {
  const context = await chromium.newContext();
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(`${app.url}/api/health`);
  if (name) expect(await ask(page, 'POST', '/api/session', { name, password: PASSWORD })).toBe(200);
  return page;
}

/** Asks from within the page, with the cookies that the browser has and sends; returns the status. */
const ask = (page: Page, method: string, path: string, body?: object): Promise<number> =>
  page.evaluate(
    async ({ method, path, body }) => {
      const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      return (await fetch(path, { method, ...(body ? json : {}) })).status;
    },
    { method, path, body },
  );
const look = (page: Page) => ask(page, 'GET', '/api/datasets');
/** What the first browser, the second and the thief are answered. */
const seen = async () => [await look(here), await look(there), await look(thief)];
const pass = (minutes: number) => {
  clock = new Date(clock.getTime() + minutes * MINUTE);
};
const sessions = (page: Page): Promise<{ id: number; current: boolean }[]> =>
  page.evaluate(async () => (await fetch('/api/session/all')).json());

test('signing out ends it for the thief too, and not for the second browser', async () => {
  expect(await ask(here, 'DELETE', '/api/session')).toBe(200);
  expect(await here.context().cookies()).not.toContainEqual(expect.objectContaining({ name: 'sunmap' }));
  expect(await seen()).toEqual([401, 200, 401]);
});

test('changing the password leaves only the browser in which it was changed, under a new cookie', async () => {
  const change = { password: PASSWORD, next: 'copper-kettle-under-elms' };
  expect(await ask(there, 'POST', '/api/password', change)).toBe(200);
  expect(await seen()).toEqual([401, 200, 401]);
  expect(await ask(thief, 'POST', '/api/session', { name, password: PASSWORD })).toBe(401);
});

test('a session is ended from the other browser', async () => {
  const [other] = (await sessions(there)).filter(({ current }) => !current);
  expect(await ask(there, 'DELETE', `/api/session/one?id=${other?.id}`)).toBe(200);
  expect(await seen()).toEqual([401, 200, 401]);
});

test.each([
  ['ends the sessions', 'DELETE', '/api/account/sessions'],
  ['disables the account', 'POST', '/api/account/disable'],
])('an administrator who %s shuts all of them out', async (_what, method, path) => {
  const administrator = await open(`admin-${count}`);
  expect(await ask(administrator, method, `${path}?id=${id}`)).toBe(200);
  expect(await seen()).toEqual([401, 401, 401]);
  expect(await look(administrator), 'and the administrator sees no data either').toBe(403);
});

test('who asks nothing for half an hour is signed out; another browser does not keep them in', async () => {
  pass(20);
  expect(await look(there)).toBe(200);
  pass(11);
  expect(await seen()).toEqual([401, 200, 401]);
});

test('twelve hours end them all, however busy they were', async () => {
  for (let hours = 0; hours < 11.5; hours += 0.5) {
    pass(29);
    await Promise.all([look(here), look(there)]);
  }
  expect(await seen()).toEqual([200, 200, 200]);
  pass(29);
  await seen();
  pass(29);
  expect(await seen()).toEqual([401, 401, 401]);
});

test('a cookie that a page can read or that was planted before is no session', async () => {
  expect(await here.evaluate(() => document.cookie)).not.toContain('sunmap');
  const fresh = await open(null);
  const planted = { name: 'sunmap', value: 'A'.repeat(43), url: app.url };
  await fresh.context().addCookies([planted]);
  expect(await look(fresh)).toBe(401);
  expect(await ask(fresh, 'POST', '/api/session', { name, password: PASSWORD })).toBe(200);
  const [cookie] = (await fresh.context().cookies()).filter((one) => one.name === 'sunmap');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  expect(cookie?.value).not.toBe(planted.value);
});

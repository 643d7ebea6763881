import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { makeAccount, PASSWORD } from '../support/browser-like.ts';
import { launchChromium } from '../support/chromium.ts';
import { type ForeignSite, startForeignSite } from '../support/foreign-site.ts';

// A page of somebody else in the browser of somebody who is signed in: it may ask and send what it likes, from an origin whose
// requests carry the cookie and from one whose do not.
const MARK = '槐序的账号';
let app: TestApp;
let elsewhere: ForeignSite;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let target: number;

beforeAll(async () => {
  app = await startApp({
    access: 'enforced',
    clientFolder: join(import.meta.dirname, '../../client'),
    settings: { SUNMAP_SECOND_FACTOR: 'optional' },
  });
  await makeAccount(app, 'system-one', { role: 'system-admin' });
  target = await makeAccount(app, 'target-one', { role: 'inspector' });
  await app.db.query('update account set display_name = $1 where id = $2', [MARK, target]);
  elsewhere = await startForeignSite();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await elsewhere?.stop();
  await app?.stop();
});

beforeEach(async () => {
  context = await browser.newContext();
  const ours = await context.newPage();
  await ours.goto(`${app.url}/api/health`);
  expect(await ours.evaluate(signIn, { name: 'system-one', password: PASSWORD })).toBe(200);
  expect(await ours.evaluate(ownLook, MARK)).toBe(true);
  page = await context.newPage();
});
afterEach(() => context.close());

const signIn = async (body: { name: string; password: string }) => {
  const headers = { 'content-type': 'application/json' };
  return (await fetch('/api/session', { method: 'POST', headers, body: JSON.stringify(body) })).status;
};
const ownLook = async (mark: string) => (await (await fetch('/api/accounts')).text()).includes(mark);

async function everything() {
  const found: Record<string, unknown> = {};
  for (const table of ['account', 'session', 'dataset', 'import_run', 'audit_entry']) {
    found[table] = (await app.db.query(`select to_jsonb(t) - 'seen_at' as row from ${table} t order by 1`)).rows;
  }
  return found;
}

/** What was asked of us since, as `METHOD status`. */
const askedSince = (count: number) =>
  app
    .logged()
    .slice(count)
    .flatMap(({ method, status }) => (status === undefined ? [] : [`${method} ${status}`]));

const ORIGINS = [['neighbour'], ['stranger']] as const;

test.each(ORIGINS)('scripts of a %s read nothing and change nothing', async (who) => {
  const before = await everything();
  const logged = app.logged().length;
  await page.goto(elsewhere[who]);
  const read = await page.evaluate(askEveryWay, { ours: app.url, target });
  expect(read.length).toBeGreaterThan(15);
  expect(JSON.stringify(read)).not.toMatch(/槐序|system-one|"account"/);
  expect(read.filter(({ got }) => got !== 'nothing')).toEqual([]);
  const asked = askedSince(logged);
  expect(asked.length, 'they did reach the server').toBeGreaterThan(15);
  expect(asked.filter((line) => !line.endsWith(' 403'))).toEqual([]);
  expect(await everything()).toEqual(before);
});

/** Runs in the foreign page. */
async function askEveryWay({ ours, target }: { ours: string; target: number }) {
  const found: { way: string; got: string }[] = [];
  const disable = `${ours}/api/account/disable?id=${target}`;
  const json = { 'content-type': 'application/json' };
  const ways: [string, string, RequestInit][] = [];
  for (const mode of ['cors', 'no-cors'] as const) {
    ways.push([`look ${mode}`, `${ours}/api/accounts`, { mode }]);
    ways.push([`who ${mode}`, `${ours}/api/session`, { mode }]);
    ways.push([`post ${mode}`, disable, { mode, method: 'POST' }]);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const init = { mode, method: 'POST', headers: { 'content-type': type }, body: '{"name":"x","displayName":"x"}' };
      ways.push([`${type} ${mode}`, `${ours}/api/accounts`, init]);
    }
  }
  ways.push([
    'json',
    `${ours}/api/accounts`,
    { method: 'POST', headers: json, body: '{"name":"x","displayName":"x"}' },
  ]);
  ways.push(['delete', `${ours}/api/session`, { method: 'DELETE' }]);
  ways.push(['file', `${ours}/api/uploads?name=a.csv`, { method: 'POST', mode: 'no-cors', body: new Blob(['a,b']) }]);
  for (const [way, address, init] of ways) {
    const got = await fetch(address, { credentials: 'include', ...init })
      .then(async (answer) => (await answer.text()) || 'nothing')
      .catch(() => 'nothing');
    found.push({ way, got });
  }
  navigator.sendBeacon(disable, 'x=1');

  /** Whether an element shows anything of what it was pointed at. */
  const load = (way: string, element: HTMLElement, shown: () => string) =>
    new Promise<void>((resolve) => {
      const done = () => {
        let got = 'nothing';
        try {
          got = shown() || 'nothing';
        } catch {
          // The browser does not let one origin look into another.
        }
        found.push({ way, got });
        resolve();
      };
      element.onload = done;
      element.onerror = done;
      setTimeout(done, 3_000);
      document.body.append(element);
    });
  const make = <Name extends keyof HTMLElementTagNameMap>(name: Name, set: Partial<HTMLElementTagNameMap[Name]>) =>
    Object.assign(document.createElement(name), set);
  const src = `${ours}/api/accounts`;
  const image = make('img', { src });
  await load('image', image, () => (image.naturalWidth ? 'an image' : ''));
  const before = Object.keys(window).length;
  await load('script', make('script', { src }), () => (Object.keys(window).length > before ? 'a variable' : ''));
  const sheet = make('link', { rel: 'stylesheet', href: src });
  await load('stylesheet', sheet, () => (sheet.sheet?.cssRules.length ? 'a rule' : ''));
  for (const address of [`${ours}/`, src]) {
    const frame = make('iframe', { src: address });
    await load('frame', frame, () => frame.contentDocument?.body?.textContent?.trim() ?? '');
    const object = make('object', { data: address });
    await load('object', object, () => object.contentDocument?.body?.textContent?.trim() ?? '');
  }
  const socket = await new Promise<string>((resolve) => {
    const opened = new WebSocket(`${ours.replace('http', 'ws')}/api/accounts`);
    opened.onopen = () => resolve('a connection');
    opened.onerror = () => resolve('nothing');
  });
  found.push({ way: 'socket', got: socket });
  const events = await new Promise<string>((resolve) => {
    const source = new EventSource(src, { withCredentials: true });
    source.onmessage = () => resolve('an event');
    source.onerror = () => {
      source.close();
      resolve('nothing');
    };
  });
  found.push({ way: 'events', got: events });
  return found;
}

test.each(ORIGINS)('forms of a %s change nothing, sign nobody out and nobody in as another', async (who) => {
  const before = await everything();
  const cookies = await context.cookies(app.url);
  const signingIn = `{"name":"target-one","password":"${PASSWORD}","code":"`;
  const forms = [
    { action: `/api/account/disable?id=${target}`, enctype: 'application/x-www-form-urlencoded', field: 'x' },
    { action: `/api/account/password?id=${target}`, enctype: 'multipart/form-data', field: 'x' },
    { action: '/api/accounts', enctype: 'text/plain', field: '{"name":"evil","displayName":"' },
    { action: '/api/session', enctype: 'text/plain', field: signingIn },
    { action: '/api/password', enctype: 'text/plain', field: `{"password":"${PASSWORD}","next":"` },
    { action: '/api/uploads?name=a.csv', enctype: 'text/plain', field: 'a' },
  ];
  for (const form of forms) {
    const page = await context.newPage();
    await page.goto(elsewhere[who]);
    const answer = page.waitForResponse((response) => response.url().startsWith(app.url));
    await page.evaluate(submit, { ...form, action: app.url + form.action });
    expect((await answer).status(), form.action).toBe(403);
  }
  expect(await everything()).toEqual(before);
  expect(await context.cookies(app.url)).toEqual(cookies);
});

/** Runs in the foreign page: a form as a visitor would send it, whose only field makes the body look like JSON. */
function submit({ action, enctype, field }: { action: string; enctype: string; field: string }) {
  const form = Object.assign(document.createElement('form'), { action, enctype, method: 'post' });
  form.append(Object.assign(document.createElement('input'), { name: field, value: '"}' }));
  document.body.append(form);
  form.submit();
}

test('a window that a stranger opens is out of its reach, and none of our pages can be framed', async () => {
  await page.goto(elsewhere.neighbour);
  const opened = context.waitForEvent('page');
  await page.evaluate((ours) => {
    (window as unknown as { theirs: Window | null }).theirs = window.open(`${ours}/`);
  }, app.url);
  await (await opened).waitForLoadState();
  expect(new URL((await opened).url()).origin).toBe(app.url);
  // To whoever opened it, it looks closed: no message, no address, no frame can be had from it.
  await expect.poll(() => page.evaluate(() => (window as unknown as { theirs: Window }).theirs.closed)).toBe(true);
  expect(await (await opened).evaluate(() => window.opener)).toBeNull();
  await page.evaluate((ours) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src: `${ours}/account` }));
  }, app.url);
  await page.waitForTimeout(500);
  for (const frame of page.frames().slice(1)) expect(frame.url()).toMatch(/^chrome-error:/);
});

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { revokeSessions } from '../../../server/access/sessions.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { type BrowserLike, makeAccount, openBrowserLike, PASSWORD } from '../../support/browser-like.ts';

let clock = new Date('2026-03-01T08:00:00Z');
let app: TestApp;
const MINUTE = 60_000;
const pass = (milliseconds: number) => {
  clock = new Date(clock.getTime() + milliseconds);
};

beforeAll(async () => {
  app = await startApp({ access: 'enforced', now: () => clock, settings: { SUNMAP_SECOND_FACTOR: 'optional' } });
});
afterAll(() => app.stop());

let count = 0;
let name = '';
let id = 0;
beforeEach(async () => {
  count += 1;
  name = `person-${count}`;
  id = await makeAccount(app, name, { role: 'inspector', allAreas: true, allDatasets: true, now: clock });
});

async function signedIn(headers = {}): Promise<BrowserLike> {
  const browser = openBrowserLike(app, headers);
  expect((await browser.ask('POST', '/api/session', { name, password: PASSWORD })).status).toBe(200);
  return browser;
}

/** What somebody sees who kept a copy of the cookie. */
const replay = async (token: string | undefined) =>
  (await openBrowserLike(app, { cookie: `sunmap=${token}` }).ask('GET', '/api/datasets')).status;
const tokenOf = (browser: BrowserLike) => browser.cookies.get('sunmap');

test('signing out ends the session: a kept cookie opens nothing', async () => {
  const browser = await signedIn();
  const token = tokenOf(browser);
  expect(await replay(token)).toBe(200);
  const answer = await browser.ask('DELETE', '/api/session');
  expect([answer.status, answer.body.account, browser.cookies.has('sunmap')]).toEqual([200, null, false]);
  expect(await replay(token)).toBe(401);
});

test('30 minutes without a request end a session; a request before keeps it', async () => {
  const token = tokenOf(await signedIn());
  pass(29 * MINUTE);
  expect(await replay(token)).toBe(200);
  pass(29 * MINUTE);
  expect(await replay(token)).toBe(200);
  pass(30 * MINUTE);
  expect(await replay(token)).toBe(401);
});

test('12 hours end a session however busy it is', async () => {
  const token = tokenOf(await signedIn());
  for (let quarter = 0; quarter < 12 * 4 - 1; quarter += 1) {
    pass(15 * MINUTE);
    expect(await replay(token)).toBe(200);
  }
  pass(15 * MINUTE);
  expect(await replay(token)).toBe(401);
});

test('changing the password ends every session and opens a new one', async () => {
  const [here, there] = [await signedIn(), await signedIn()];
  const before = [tokenOf(here), tokenOf(there)];
  const change = await here.ask('POST', '/api/password', { password: PASSWORD, next: 'copper-kettle-under-elms' });
  expect(change.status).toBe(200);
  for (const token of before) expect(await replay(token)).toBe(401);
  expect(await replay(tokenOf(here))).toBe(200);
  expect((await here.ask('POST', '/api/session', { name, password: PASSWORD })).status).toBe(401);
});

test('the password is not changed without the old one, to a bad one, or to the same', async () => {
  const browser = await signedIn();
  const tries = [
    { password: 'wrong', next: 'copper-kettle-under-elms' },
    { password: PASSWORD, next: 'short' },
    { password: PASSWORD, next: `${name}-${name}` },
    { password: PASSWORD, next: PASSWORD },
  ];
  const statuses = [];
  for (const body of tries) statuses.push((await browser.ask('POST', '/api/password', body)).status);
  expect(statuses).toEqual([403, 400, 400, 400]);
});

test('an open browser is no place to guess the password: its tries are slowed', async () => {
  const browser = await signedIn();
  const statuses = [];
  for (let i = 0; i < 12; i += 1) {
    statuses.push((await browser.ask('POST', '/api/password', { password: `guess ${i}`, next: 'x' })).status);
  }
  expect(statuses.filter((status) => status === 403).length).toBe(5);
  expect(statuses.at(-1)).toBe(429);
});

test('disabling an account ends its sessions at once, and enabling brings none back', async () => {
  const token = tokenOf(await signedIn());
  await app.db.query(`update account set state = 'disabled' where id = $1`, [id]);
  expect(await replay(token)).toBe(401);
  await revokeSessions(app.db, id, clock);
  await app.db.query(`update account set state = 'enabled' where id = $1`, [id]);
  expect(await replay(token)).toBe(401);
});

test('an id from before signing in is never kept', async () => {
  const browser = openBrowserLike(app);
  const planted = 'A'.repeat(43);
  browser.cookies.set('sunmap', planted);
  expect((await browser.ask('GET', '/api/datasets')).status).toBe(401);
  await browser.ask('POST', '/api/session', { name, password: PASSWORD });
  expect(tokenOf(browser)).not.toBe(planted);
  expect(await replay(planted)).toBe(401);
});

test('signing in again ends the session one had', async () => {
  const browser = await signedIn();
  const first = tokenOf(browser);
  await browser.ask('POST', '/api/session', { name, password: PASSWORD });
  expect(tokenOf(browser)).not.toBe(first);
  expect(await replay(first)).toBe(401);
});

test('a cookie that comes twice is none: one of them was planted', async () => {
  const token = tokenOf(await signedIn());
  const answer = await openBrowserLike(app, { cookie: `sunmap=${token}; sunmap=${token}` }).ask('GET', '/api/datasets');
  expect(answer.status).toBe(401);
});

test('on this machine the cookie is hidden from scripts and other sites; a token has 256 bits', async () => {
  const answer = await openBrowserLike(app).ask('POST', '/api/session', { name, password: PASSWORD });
  const [cookie] = answer.headers.getSetCookie();
  expect(cookie).toMatch(/^sunmap=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('over https only a __Host- cookie is given, and only it is taken', async () => {
  app.express.set('trust proxy', 'loopback');
  const secure = openBrowserLike(app, { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'sunmap.example' });
  const answer = await secure.ask('POST', '/api/session', { name, password: PASSWORD });
  const [cookie] = answer.headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-sunmap=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  const token = secure.cookies.get('__Host-sunmap');
  expect((await secure.ask('GET', '/api/datasets')).status).toBe(200);
  const tossed = openBrowserLike(app, { 'x-forwarded-proto': 'https', cookie: `sunmap=${token}` });
  expect((await tossed.ask('GET', '/api/datasets')).status).toBe(401);
  app.express.set('trust proxy', false);
});

test('over plain http from elsewhere nobody signs in, and no session counts', async () => {
  const token = tokenOf(await signedIn());
  const { status, body } = await asHost('192.168.1.20:8080', 'POST', JSON.stringify({ name, password: PASSWORD }));
  expect(status).toBe(403);
  expect(body).toContain('https');
  expect((await asHost('192.168.1.20:8080', 'GET', undefined, `sunmap=${token}`)).status).toBe(401);
});

/** fetch does not let the Host header be chosen. */
async function asHost(host: string, method: string, body?: string, cookie?: string) {
  const { request } = await import('node:http');
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const path = method === 'POST' ? '/api/session' : '/api/datasets';
    const headers = { host, 'content-type': 'application/json', ...(cookie ? { cookie } : {}) };
    const sent = request(app.url + path, { method, headers }, async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      resolve({ status: response.statusCode as number, body: text });
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

test('one sees one’s own sessions and ends any of them, and nobody else’s', async () => {
  const [here, there] = [await signedIn(), await signedIn({ 'user-agent': 'Other\u00e9 browser' })];
  const { body: rows } = await here.ask('GET', '/api/session/all');
  expect(rows.map((row: { current: boolean }) => row.current)).toEqual([false, true]);
  expect(rows[0].userAgent).toBe('Other? browser');
  expect(Object.keys(rows[0]).sort()).toEqual(
    ['address', 'createdAt', 'current', 'endsAt', 'id', 'seenAt', 'userAgent'].sort(),
  );

  const mine = name;
  name = `${mine}-other`;
  await makeAccount(app, name, { role: 'inspector', now: clock });
  const stranger = await signedIn();
  const foreign = await stranger.ask('DELETE', `/api/session/one?id=${rows[0].id}`);
  const absent = await stranger.ask('DELETE', `/api/session/one?id=999999`);
  expect([foreign.status, absent.status]).toEqual([404, 404]);
  expect(foreign.body.error.replace(/\d+/g, '')).toBe(absent.body.error.replace(/\d+/g, ''));
  expect(await replay(tokenOf(there))).toBe(200);

  expect((await here.ask('DELETE', `/api/session/one?id=${rows[0].id}`)).status).toBe(200);
  expect(await replay(tokenOf(there))).toBe(401);
});

test('a session that ends between two pages of a list shows nothing of the second', async () => {
  const browser = await signedIn();
  const page = (offset: number) => browser.ask('GET', `/api/records?dataset=house-insurance&offset=${offset}`);
  expect((await page(0)).status).toBe(200);
  pass(31 * MINUTE);
  const second = await page(50);
  expect([second.status, Object.keys(second.body)]).toEqual([401, ['error']]);
});

test('a password older than 90 days must be changed before anything else', async () => {
  pass(90 * 24 * 60 * MINUTE);
  const browser = await signedIn();
  expect((await browser.ask('GET', '/api/session')).body.account.pending).toBe('password');
  expect((await browser.ask('GET', '/api/datasets')).status).toBe(403);
  await browser.ask('POST', '/api/password', { password: PASSWORD, next: 'copper-kettle-under-elms' });
  expect((await browser.ask('GET', '/api/datasets')).status).toBe(200);
});

import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openKeyring } from '../../../server/access/keyring.ts';
import { linkIdentity, unlinkIdentity } from '../../../server/access/provider/links.ts';
import { readConfig } from '../../../server/config.ts';
import { systemOrigin } from '../../../server/trace/system-origin.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { type BrowserLike, makeAccount, openBrowserLike, PASSWORD } from '../../support/browser-like.ts';
import {
  BASE,
  CLIENT,
  type IdentityProvider,
  type Person,
  startIdentityProvider,
} from '../../support/identity-provider.ts';

let ahead = 0;
const now = () => new Date(Date.now() + ahead);
let app: TestApp;
let idp: IdentityProvider;
const ids = new Map<string, number>();

const START = '/api/session/provider';
const RETURN = '/api/session/provider/return';
const secretFile = join(tmpdir(), `sunmap-test-secret-${process.pid}`);
writeFileSync(secretFile, `${CLIENT.secret}\n`, { mode: 0o600 });

beforeAll(async () => {
  idp = await startIdentityProvider();
  app = await startApp({
    access: 'enforced',
    now,
    settings: {
      SUNMAP_OIDC_ISSUER: idp.issuer,
      SUNMAP_OIDC_CLIENT_ID: CLIENT.id,
      SUNMAP_OIDC_CLIENT_SECRET_FILE: secretFile,
      SUNMAP_OIDC_REDIRECT: BASE,
      SUNMAP_OIDC_TITLE: '清风通行证',
      SUNMAP_OIDC_ACR: 'two-factors',
    },
  });
  await person('lin.yue', { role: 'inspector', allDatasets: true, allAreas: true });
});
afterAll(async () => {
  await app.stop();
  await idp.stop();
});

const linking = () => {
  const { access } = readConfig({ DATA_DIR: app.dataDir });
  return { db: app.db, keyring: openKeyring(access), trace: app.trace, origin: systemOrigin(), now: now() };
};

/** An account, linked to the subject `sub-<name>`. */
async function person(name: string, grant: Parameters<typeof makeAccount>[2] = {}): Promise<void> {
  const id = await makeAccount(app, name, grant);
  ids.set(name, id);
  await linkIdentity(linking(), id, { issuer: idp.issuer, subject: `sub-${name}` });
}

const ask = (browser: BrowserLike, path: string, headers = {}) => browser.ask('GET', path, undefined, headers);

/** Presses the button. Returns the provider's address. */
async function begin(browser: BrowserLike, to = '/'): Promise<string> {
  const answer = await ask(browser, `${START}?to=${encodeURIComponent(to)}`);
  expect(answer.status).toBe(303);
  return answer.headers.get('location') as string;
}

/** All the way there and back; returns the answer to coming back. */
async function goThrough(who: Person, { browser = openBrowserLike(app), to = '/' } = {}) {
  const back = await idp.signIn(await begin(browser, to), who);
  const answer = await ask(browser, back);
  return { browser, back, status: answer.status, location: answer.headers.get('location') };
}

const sessionOf = async (browser: BrowserLike) => (await ask(browser, '/api/session')).body;
const entries = async (action: string) =>
  (await app.db.query('select * from audit_entry where action = $1 order by seq', [action])).rows;

test('whoever is linked signs in at the provider and comes back to the page they wanted', async () => {
  const { browser, status, location } = await goThrough({ subject: 'sub-lin.yue' }, { to: '/map?level=village' });
  expect([status, location]).toEqual([303, '/map?level=village']);
  const { account, provider } = await sessionOf(browser);
  expect([account.name, account.role, account.pending, provider]).toEqual(['lin.yue', 'inspector', null, null]);
  expect((await ask(browser, '/api/datasets')).status).toBe(200);
  expect([...browser.cookies.keys()].sort()).toEqual(['sunmap', 'sunmap-device']);
});

test('the sign-in page is told of the provider, and of nothing else', async () => {
  const { provider } = await sessionOf(openBrowserLike(app));
  expect(provider).toEqual({ title: '清风通行证', subject: null, signOut: null });
});

test('the browser takes along state, nonce and a challenge, and keeps the rest sealed', async () => {
  const browser = openBrowserLike(app);
  const answer = await ask(browser, START);
  const asked = new URL(answer.headers.get('location') as string).searchParams;
  expect(Object.fromEntries(asked)).toMatchObject({
    client_id: CLIENT.id,
    redirect_uri: BASE + RETURN,
    response_type: 'code',
    scope: 'openid',
    code_challenge_method: 'S256',
    acr_values: 'two-factors',
  });
  for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)?.length).toBeGreaterThan(40);
  const [cookie = ''] = answer.headers.getSetCookie();
  expect(cookie).toMatch(/^sunmap-provider=[\w-]+; Max-Age=600; Path=\/; .*HttpOnly; SameSite=Lax$/);
  expect(Buffer.from(cookie.split(/[=;]/)[1] as string, 'base64url').toString('latin1')).not.toContain(
    asked.get('state'),
  );
  expect(answer.headers.get('cache-control')).toContain('no-store');
});

test('over https the attempt is kept under a name that no neighbouring site can plant', async () => {
  const trusting = await startApp({
    access: 'enforced',
    settings: {
      SUNMAP_TRUSTED_PROXIES: '127.0.0.1',
      SUNMAP_OIDC_ISSUER: idp.issuer,
      SUNMAP_OIDC_CLIENT_ID: CLIENT.id,
      SUNMAP_OIDC_REDIRECT: BASE,
    },
  });
  const browser = openBrowserLike(trusting, { 'x-forwarded-proto': 'https' });
  const answer = await ask(browser, START);
  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-sunmap-provider=.*; Path=\/; .*Secure/);
  await trusting.stop();
});

test('whoever is linked to nothing, or to a disabled account, is told the same, with what to hand to the administrator', async () => {
  await person('left.us', { role: 'inspector' });
  await app.db.query(`update account set state = 'disabled' where name = 'left.us'`);
  for (const subject of ['sub-left.us', 'sub-nobody']) {
    const { browser, status, location } = await goThrough({ subject }, { to: '/map' });
    expect([status, location]).toEqual([303, '/map?sign-in=no-account']);
    expect(await sessionOf(browser)).toMatchObject({ account: null, provider: { subject, signOut: null } });
    expect(browser.cookies.has('sunmap')).toBe(false);
    ahead += 11 * 60_000;
    expect((await sessionOf(browser)).provider.subject).toBe(null);
    ahead = 0;
  }
});

test('nobody is matched by name: a subject that is called like an account opens none', async () => {
  expect((await goThrough({ subject: 'lin.yue' })).location).toBe('/?sign-in=no-account');
});

test('whoever has no role signs in and sees nothing, as with a password', async () => {
  await person('new.here');
  const { browser } = await goThrough({ subject: 'sub-new.here' });
  expect((await sessionOf(browser)).account.role).toBe(null);
  expect((await ask(browser, '/api/datasets')).status).toBe(403);
});

test('the provider’s second factor counts when it says so, and only then', async () => {
  await person('sec.admin', { role: 'security-admin' });
  const pendingWith = async (how: object) => {
    const { browser } = await goThrough({ subject: 'sub-sec.admin', ...how });
    return [(await sessionOf(browser)).account.pending, (await ask(browser, '/api/accounts')).status];
  };
  expect(await pendingWith({})).toEqual(['second-factor', 403]);
  expect(await pendingWith({ amr: ['pwd'] })).toEqual(['second-factor', 403]);
  expect(await pendingWith({ amr: ['pwd', 'sms'] })).toEqual(['second-factor', 403]);
  expect(await pendingWith({ acr: 'urn:whatever' })).toEqual(['second-factor', 403]);
  expect(await pendingWith({ amr: ['pwd', 'otp'] })).toEqual([null, 200]);
  expect(await pendingWith({ amr: ['hwk'] })).toEqual([null, 200]);
  expect(await pendingWith({ acr: 'two-factors' })).toEqual([null, 200]);
});

test('a password that is due keeps nobody out who did not use it; with the password it does', async () => {
  await person('by.provider', { role: 'inspector', temporary: true });
  const { browser } = await goThrough({ subject: 'sub-by.provider' });
  expect((await sessionOf(browser)).account.pending).toBe(null);
  const other = openBrowserLike(app);
  const answer = await other.ask('POST', '/api/session', { name: 'by.provider', password: PASSWORD });
  expect(answer.body.account.pending).toBe('password');
});

test('changing the password keeps what the provider vouched for', async () => {
  await person('sys.admin', { role: 'system-admin' });
  const { browser } = await goThrough({ subject: 'sub-sys.admin', amr: ['mfa'] });
  const change = { password: PASSWORD, next: 'copper-kettle-under-elms' };
  expect((await browser.ask('POST', '/api/password', change)).body.account.pending).toBe(null);
});

test('the same return twice opens nothing the second time, even with the cookie of the first', async () => {
  const browser = openBrowserLike(app);
  const back = await idp.signIn(await begin(browser), { subject: 'sub-lin.yue' });
  const kept = browser.cookies.get('sunmap-provider') as string;
  expect((await ask(browser, back)).headers.get('location')).toBe('/');
  expect(browser.cookies.has('sunmap-provider')).toBe(false);
  expect((await ask(browser, back)).headers.get('location')).toBe('/?sign-in=expired');
  const thief = openBrowserLike(app);
  thief.cookies.set('sunmap-provider', kept);
  expect((await ask(thief, back)).headers.get('location')).toBe('/?sign-in=failed');
  expect(thief.cookies.has('sunmap')).toBe(false);
});

test('a return without this browser’s own attempt opens nothing', async () => {
  const mine = openBrowserLike(app);
  const back = await idp.signIn(await begin(mine), { subject: 'sub-lin.yue' });
  const sealed = mine.cookies.get('sunmap-provider') as string;
  const another = openBrowserLike(app);
  await begin(another);
  const flipped = `${sealed.slice(0, 30)}${sealed[30] === 'A' ? 'B' : 'A'}${sealed.slice(31)}`;
  for (const cookie of [undefined, another.cookies.get('sunmap-provider'), flipped, 'x', sealed.slice(0, -4), '']) {
    const victim = openBrowserLike(app, cookie === undefined ? {} : { cookie: `sunmap-provider=${cookie}` });
    const answer = await ask(victim, back);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/?sign-in=expired']);
    expect(victim.cookies.has('sunmap')).toBe(false);
  }
  const doubled = openBrowserLike(app, { cookie: `sunmap-provider=${sealed}; sunmap-provider=${sealed}` });
  expect((await ask(doubled, back)).headers.get('location')).toBe('/?sign-in=expired');
  expect((await ask(mine, back)).headers.get('location')).toBe('/');
});

test('an altered state opens nothing', async () => {
  for (const change of [
    (query: URLSearchParams) => query.set('state', 'another'),
    (query: URLSearchParams) => query.delete('state'),
    (query: URLSearchParams) => query.append('state', 'another'),
  ]) {
    const browser = openBrowserLike(app);
    const back = new URL(BASE + (await idp.signIn(await begin(browser), { subject: 'sub-lin.yue' })));
    change(back.searchParams);
    const answer = await ask(browser, back.pathname + back.search);
    expect(answer.headers.get('location')).toMatch(/^\/\?sign-in=(expired|failed)$/);
    expect(browser.cookies.has('sunmap')).toBe(false);
  }
});

test('somebody else’s code in one’s own return opens nothing: nobody is signed in as another unawares', async () => {
  const [attacker, victim] = [openBrowserLike(app), openBrowserLike(app)];
  const theirs = new URL(BASE + (await idp.signIn(await begin(attacker), { subject: 'sub-lin.yue' })));
  const own = new URL(BASE + (await idp.signIn(await begin(victim), { subject: 'sub-nobody' })));
  own.searchParams.set('code', theirs.searchParams.get('code') as string);
  expect((await ask(victim, own.pathname + own.search)).headers.get('location')).toBe('/?sign-in=failed');
  expect(victim.cookies.has('sunmap')).toBe(false);
});

test('an answer that names another issuer opens nothing', async () => {
  const browser = openBrowserLike(app);
  const back = new URL(BASE + (await idp.signIn(await begin(browser), { subject: 'sub-lin.yue' })));
  back.searchParams.set('iss', 'https://elsewhere.example');
  expect((await ask(browser, back.pathname + back.search)).headers.get('location')).toBe('/?sign-in=failed');
});

test('an attempt is good for ten minutes', async () => {
  const browser = openBrowserLike(app);
  const back = await idp.signIn(await begin(browser), { subject: 'sub-lin.yue' });
  ahead = 10 * 60_000 + 1;
  const answer = await ask(browser, back);
  ahead = 0;
  expect(answer.headers.get('location')).toBe('/?sign-in=expired');
});

test('breaking it off at the provider leads back to the sign-in page', async () => {
  const { browser, location } = await goThrough(null, { to: '/map?period=2020' });
  expect(location).toBe('/map?period=2020&sign-in=denied');
  expect(browser.cookies.has('sunmap')).toBe(false);
});

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '/api/records.csv',
  '/API/session',
])('signing in leads nowhere but into this site: %s', async (to) => {
  expect((await goThrough({ subject: 'sub-lin.yue' }, { to })).location).toBe('/');
});

test('an address that is too long for a cookie is given up, not the sign-in', async () => {
  const to = `/${'x'.repeat(1_600)}`;
  expect((await goThrough({ subject: 'sub-lin.yue' }, { to })).location).toBe('/');
});

test('a session from before signing in never lives on', async () => {
  const browser = openBrowserLike(app);
  browser.cookies.set('sunmap', 'A'.repeat(43));
  await goThrough({ subject: 'sub-lin.yue' }, { browser });
  const first = browser.cookies.get('sunmap') as string;
  expect(first).not.toBe('A'.repeat(43));
  await goThrough({ subject: 'sub-lin.yue' }, { browser });
  expect(browser.cookies.get('sunmap')).not.toBe(first);
  expect((await ask(openBrowserLike(app, { cookie: `sunmap=${first}` }), '/api/datasets')).status).toBe(401);
});

test('a browser that was signed in with keeps its owner’s brakes apart, as after a password', async () => {
  const { browser } = await goThrough({ subject: 'sub-lin.yue' });
  await browser.ask('DELETE', '/api/session');
  for (let guess = 0; guess < 25; guess += 1) {
    await openBrowserLike(app).ask('POST', '/api/session', { name: 'lin.yue', password: `guess ${guess}` });
  }
  expect((await browser.ask('POST', '/api/session', { name: 'lin.yue', password: PASSWORD })).status).toBe(200);
});

/** As `fetch` will not: with headers that only browsers set, or another host. */
async function send(method: string, path: string, headers: Readonly<Record<string, string>>) {
  const sent = request(app.url + path, { method, headers }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  response.resume();
  return { status: response.statusCode, location: response.headers.location };
}

test('another site may bring the browser back, but neither begin a sign-in nor load its end', async () => {
  const browser = openBrowserLike(app);
  const back = await idp.signIn(await begin(browser), { subject: 'sub-lin.yue' });
  const cookie = `sunmap-provider=${browser.cookies.get('sunmap-provider')}`;
  const navigation = {
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-dest': 'document',
    cookie,
  };
  expect((await send('GET', START, navigation)).status).toBe(403);
  expect((await send('GET', `${START.toUpperCase()}/`, navigation)).status).toBe(403);
  for (const dest of ['iframe', 'image', 'script']) {
    expect((await send('GET', back, { ...navigation, 'sec-fetch-dest': dest })).status).toBe(403);
  }
  expect((await send('GET', back, { ...navigation, 'sec-fetch-mode': 'no-cors' })).status).toBe(403);
  expect((await send('POST', back, navigation)).status).toBe(403);
  expect(await send('GET', back, navigation)).toEqual({ status: 303, location: '/' });
});

test('nobody signs in over plain http from elsewhere', async () => {
  expect((await send('GET', START, { host: 'sunmap.example' })).status).toBe(403);
});

test('taking the link away ends the sessions, and the identity opens nothing any more', async () => {
  await person('moved.on', { role: 'inspector', allDatasets: true });
  const { browser } = await goThrough({ subject: 'sub-moved.on' });
  const id = ids.get('moved.on') as number;
  await unlinkIdentity(linking(), id, { issuer: null, subject: 'sub-moved.on' });
  expect((await ask(browser, '/api/datasets')).status).toBe(401);
  expect((await goThrough({ subject: 'sub-moved.on' })).location).toBe('/?sign-in=no-account');
  await expect(unlinkIdentity(linking(), id, { issuer: null, subject: null })).rejects.toThrow('no such link');
});

test('an identity belongs to one account, and to no demo account', async () => {
  const [taken, free] = ['sub-lin.yue', 'sub-free'].map((subject) => ({ issuer: idp.issuer, subject }));
  const other = await makeAccount(app, 'other');
  await expect(linkIdentity(linking(), other, taken as never)).rejects.toThrow('linked to an account already');
  await app.db.query(`update account set demo = true where id = $1`, [other]);
  await expect(linkIdentity(linking(), other, free as never)).rejects.toThrow('Demo accounts cannot be linked');
  await expect(linkIdentity(linking(), 999_999, free as never)).rejects.toThrow('no account 999999');
});

test('signing out ends the session here, and says where to sign out there', async () => {
  const { browser } = await goThrough({ subject: 'sub-lin.yue' });
  const { body } = await browser.ask('DELETE', '/api/session');
  expect(body.account).toBe(null);
  expect(body.provider.signOut).toBe(`${idp.issuer}/session/end?client_id=${CLIENT.id}`);
  const byPassword = openBrowserLike(app);
  await byPassword.ask('POST', '/api/session', { name: 'lin.yue', password: PASSWORD });
  expect((await byPassword.ask('DELETE', '/api/session')).body.provider.signOut).toBe(null);
});

test('the trace tells who signed in and who was refused, and holds no subject', async () => {
  await person('traced', { role: 'inspector' });
  const [succeeded, failed] = [(await entries('sign-in.succeed')).length, (await entries('sign-in.fail')).length];
  await goThrough({ subject: 'sub-traced', amr: ['otp'] });
  await app.db.query(`update account set state = 'disabled' where name = 'traced'`);
  await goThrough({ subject: 'sub-traced' });
  await goThrough({ subject: 'sub-untraced' });
  await goThrough(null);
  const id = String(ids.get('traced'));
  const successes = (await entries('sign-in.succeed')).slice(succeeded);
  expect(successes).toHaveLength(1);
  expect(successes[0]).toMatchObject({
    actor_kind: 'account',
    actor_id: id,
    actor_name: 'traced',
    address: '127.0.0.1',
  });
  expect(successes[0].after).toMatchObject({ proof: { issuer: idp.issuer, secondFactor: true } });
  const failures = (await entries('sign-in.fail')).slice(failed);
  expect(failures.map(({ actor_kind, subject_id }) => [actor_kind, subject_id])).toEqual([
    ['public', id],
    ['public', null],
    ['public', null],
  ]);
  const all = (await app.db.query('select to_jsonb(audit_entry)::text as text from audit_entry')).rows;
  for (const { text } of all) expect(text).not.toContain('sub-');
});

test('the log holds no code, no secret and no subject', () => {
  const text = JSON.stringify(app.logged());
  expect(text).toContain('a sign-in at the identity provider failed');
  for (const secret of [CLIENT.secret, 'sub-', 'code=', 'id_token', 'access_token']) expect(text).not.toContain(secret);
});

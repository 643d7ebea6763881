import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openKeyring } from '../../../server/access/keyring.ts';
import { linkIdentity } from '../../../server/access/provider/links.ts';
import { openProvider } from '../../../server/access/provider/provider.ts';
import { readConfig } from '../../../server/config.ts';
import { systemOrigin } from '../../../server/trace/system-origin.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { makeAccount, openBrowserLike } from '../../support/browser-like.ts';
import { BASE, CLIENT, close } from '../../support/identity-provider.ts';
import { type LyingProvider, startLyingProvider } from '../../support/lying-provider.ts';

let app: TestApp;
let idp: LyingProvider;
const secretFile = join(tmpdir(), `sunmap-test-lies-${process.pid}`);
writeFileSync(secretFile, CLIENT.secret, { mode: 0o600 });
const settingsFor = (issuer: string) => ({
  SUNMAP_OIDC_ISSUER: issuer,
  SUNMAP_OIDC_CLIENT_ID: CLIENT.id,
  SUNMAP_OIDC_CLIENT_SECRET_FILE: secretFile,
  SUNMAP_OIDC_REDIRECT: BASE,
});

beforeAll(async () => {
  idp = await startLyingProvider();
  app = await startApp({ access: 'enforced', settings: settingsFor(idp.issuer) });
  const { access } = readConfig({ DATA_DIR: app.dataDir });
  const linking = {
    db: app.db,
    keyring: openKeyring(access),
    trace: app.trace,
    origin: systemOrigin(),
    now: new Date(),
  };
  await linkIdentity(linking, await makeAccount(app, 'honest'), { issuer: idp.issuer, subject: 'sub-honest' });
});
beforeEach(() => idp.lie({}));
afterAll(async () => {
  await app.stop();
  await idp.stop();
});

/** Begins, and comes back with a code. Returns where that leads, and whether somebody is signed in. */
async function comeBack(how: Parameters<LyingProvider['lie']>[0], query: Readonly<Record<string, string>> = {}) {
  const browser = openBrowserLike(app);
  const begun = await browser.ask('GET', '/api/session/provider');
  const asked = new URL(begun.headers.get('location') as string).searchParams;
  idp.lie({ nonce: asked.get('nonce'), ...how });
  const given = new URLSearchParams({ code: 'c', state: asked.get('state') as string, ...query });
  const answer = await browser.ask('GET', `/api/session/provider/return?${given}`);
  return { location: answer.headers.get('location'), isIn: browser.cookies.has('sunmap') };
}

const second = () => Math.floor(Date.now() / 1_000);

test('the honest answer is taken, and the secret goes where the provider takes it', async () => {
  expect(await comeBack({})).toEqual({ location: '/', isIn: true });
  const { body, authorization } = idp.sent();
  expect([body.get('client_secret'), authorization]).toEqual([CLIENT.secret, undefined]);
  expect(body.get('code_verifier')?.length).toBeGreaterThan(40);
  expect(body.get('redirect_uri')).toBe(`${BASE}/api/session/provider/return`);
});

test.each([
  ['for another attempt', { claims: (right) => ({ ...right, nonce: 'another' }) }],
  ['without a nonce', { claims: ({ nonce, ...right }) => right }],
  ['for another client', { claims: (right) => ({ ...right, aud: 'another' }) }],
  ['for another client too', { claims: (right) => ({ ...right, aud: [CLIENT.id, 'another'], azp: 'another' }) }],
  ['from another issuer', { claims: (right) => ({ ...right, iss: 'https://elsewhere.example' }) }],
  ['that has ended', { claims: (right) => ({ ...right, exp: second() - 600, iat: second() - 900 }) }],
  ['without an end', { claims: ({ exp, ...right }) => right }],
  ['about nobody', { claims: ({ sub, ...right }) => right }],
  ['signed by another', { signed: 'wrong' }],
  ['signed by nobody', { signed: 'none' }],
] satisfies [string, Parameters<LyingProvider['lie']>[0]][])('a token %s opens nothing', async (_, how) => {
  expect(await comeBack(how)).toEqual({ location: '/?sign-in=failed', isIn: false });
});

test('a provider in trouble is told apart from one that lies', async () => {
  expect(await comeBack({ status: 503 })).toEqual({ location: '/?sign-in=unreachable', isIn: false });
  const errors: [string, string][] = [
    ['access_denied', 'denied'],
    ['temporarily_unavailable', 'unreachable'],
    ['invalid_scope', 'failed'],
    ["<script>alert('x')</script>", 'failed'],
  ];
  for (const [error, failure] of errors) {
    const { location } = await comeBack({}, { error, error_description: 'any' });
    expect(location).toBe(`/?sign-in=${failure}`);
  }
});

test('Sunmap starts without the provider, says so in a sentence, and asks it again the next time', async () => {
  const gone = createServer().listen(0, '127.0.0.1');
  await once(gone, 'listening');
  const { port } = gone.address() as AddressInfo;
  await close(gone);
  const waiting = await startApp({ access: 'enforced', settings: settingsFor(`http://127.0.0.1:${port}`) });
  const browser = openBrowserLike(waiting);
  expect((await browser.ask('GET', '/api/health')).status).toBe(200);
  expect((await browser.ask('GET', '/api/session')).body.provider.title).toBe('统一身份认证');
  const answer = await browser.ask('GET', '/api/session/provider');
  expect([answer.status, answer.body.error]).toEqual([503, expect.stringContaining('cannot be reached')]);
  const issuer = `http://127.0.0.1:${port}`;
  const back = createServer((_req, res) => {
    const metadata = { issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` };
    res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(metadata));
  }).listen(port, '127.0.0.1');
  await once(back, 'listening');
  expect((await browser.ask('GET', '/api/session/provider')).status).toBe(303);
  await close(back);
  await waiting.stop();
});

test('a provider that calls itself something else is not believed, nor one that never answers waited for', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const settings = readConfig(settingsFor(`http://127.0.0.1:${port}`)).access.provider;
  if (!settings) throw new Error('no settings');
  const began = Date.now();
  await expect(openProvider(settings).discover()).rejects.toThrow('timed out');
  expect(Date.now() - began).toBeLessThan(25_000);
  await close(silent);
  idp.lie({ metadata: { issuer: 'https://elsewhere.example' } });
  await expect(openProvider({ ...settings, issuer: idp.issuer }).discover()).rejects.toThrow();
});

test('without a provider there is no way in through one', async () => {
  const plain = await startApp({ access: 'enforced' });
  const browser = openBrowserLike(plain);
  expect((await browser.ask('GET', '/api/session')).body.provider).toBe(null);
  expect((await browser.ask('GET', '/api/session/provider')).status).toBe(404);
  expect((await browser.ask('GET', '/api/session/provider/return?code=x&state=y')).status).toBe(404);
  await plain.stop();
});

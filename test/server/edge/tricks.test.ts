import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { fileOf, makeTown, POLICY_DATASET } from '../../support/town.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ clientFolder: join(import.meta.dirname, '../../../client') });
  await makeTown(app.db);
  await app.import(POLICY_DATASET, fileOf([{ key: 'A', lng: 120.61, lat: 31.605, operator: '王某' }]));
});
afterAll(() => app.stop());

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(app.url + path, { method: 'POST', body, headers });

/** A request exactly as written: fetch would tidy it up. Returns the answer as text. */
function raw(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8').on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', () => {}).once('close', () => resolve(answer));
    socket.write(text);
    socket.setTimeout(3_000, () => socket.destroy());
  });
}
const rawGet = (path: string, headers = '') =>
  raw(`GET ${path} HTTP/1.1\r\nHost: sunmap\r\nConnection: close\r\n${headers}\r\n`);

test('every request has a number of ours, whatever number the client sends', async () => {
  const sent = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
  const first = await fetch(`${app.url}/api/profile`, { headers: { 'x-request-id': sent } });
  const second = await fetch(`${app.url}/api/nothing`, { headers: { 'x-request-id': sent } });
  const ids = [first, second].map(({ headers }) => headers.get('x-request-id') ?? '');
  for (const id of ids) expect(id).toMatch(UUID);
  expect(new Set([...ids, sent]).size).toBe(3);
});

test('a line of the log names the route and nothing that was asked for', async () => {
  const response = await fetch(`${app.url}/api/search?q=${encodeURIComponent('张三的秘密')}`, {
    headers: { cookie: 'session=hush', authorization: 'Bearer hush' },
  });
  const id = response.headers.get('x-request-id');
  await expect.poll(() => app.logged().find((line) => line.id === id)).toBeDefined();
  const line = app.logged().find((line) => line.id === id);
  expect(line).toMatchObject({ method: 'GET', route: '/api/search', status: 200, whole: true });
  expect(line?.bytes).toBeGreaterThan(100);
  expect(JSON.stringify(app.logged())).not.toMatch(/张三|hush/);
});

test('secrets handed to the log are not written, and a line break of a stranger starts no line', async () => {
  const { log } = app.edge;
  const before = app.logged().length;
  log.warn({ headers: { cookie: 'hush', authorization: 'hush', 'set-cookie': 'hush' }, password: 'hush' }, 'one');
  const rowOfSomebody = Object.assign(new Error('broken'), { detail: 'Key (holder)=(hush)', where: 'hush' });
  log.warn({ err: rowOfSomebody }, 'two');
  log.warn({ name: 'x\n{"level":60,"msg":"forged"}\r\n\u001b[31m\u2028' }, 'three\nforged');
  const lines = app.logged().slice(before);
  expect(lines.map(({ msg }) => msg)).toEqual(['one', 'two', 'three\nforged']);
  expect(JSON.stringify(lines)).not.toContain('hush');
});

test.each([
  '%0a%0dlevel',
  '%00',
  '..%2f..%2fetc%2fpasswd',
  '%e0%80%af',
  '%u0041',
  'con',
  '.git/config',
  '%2e%2e/%2e%2e/package.json',
])('the path %s reaches no file and no stack', async (path) => {
  for (const prefix of ['/', '/assets/', '/api/', '/api/areas/']) {
    const answer = await rawGet(`${prefix}${path}`);
    expect(answer).toMatch(/^HTTP\/1\.1 (200|400|403|404)/);
    expect(answer).not.toMatch(/root:|"private"|node_modules|\/tmp\/|\/work\/|at [A-Za-z.]+ \(|\.ts:/);
    if (prefix === '/api/' || prefix === '/assets/') expect(answer).toMatch(/^HTTP\/1\.1 (400|403|404)/);
  }
});

test('headers that try to be somebody else or to smuggle are refused or harmless', async () => {
  for (const headers of [
    'X-Forwarded-Host: evil.example\r\nX-Original-URL: /api/imports\r\nX-HTTP-Method-Override: DELETE\r\n',
    'Transfer-Encoding: chunked\r\nContent-Length: 5\r\n',
    'Content-Length: 5\r\nContent-Length: 6\r\n',
    'Range: bytes=0-18446744073709551615\r\n',
    'Accept-Encoding: *;q=nonsense, \u0001\r\n',
    'If-None-Match: W/"*", "\r\n',
    'Host: other\r\n',
  ]) {
    const answer = await rawGet('/api/profile', headers);
    expect(answer).toMatch(/^HTTP\/1\.1 (200|206|400|416)/);
    expect(answer).not.toContain('evil.example');
  }
});

test.each(['TRACE', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'PROPFIND'])('%s changes nothing', async (method) => {
  const answer = await raw(
    `${method} /api/datasets HTTP/1.1\r\nHost: sunmap\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 (200|204|400|403|404|405)/);
  expect(answer).not.toMatch(/^HTTP\/1\.1 200[\s\S]*test-policies/);
});

test('bodies that are too large, unpack to too much, or are no JSON are refused without a word about the server', async () => {
  const json = { 'content-type': 'application/json' };
  expect((await post('/api/datasets', `"${'a'.repeat(300_000)}"`, json)).status).toBe(413);
  const bomb = gzipSync(Buffer.alloc(50 * 1024 ** 2, 0x20));
  expect((await post('/api/datasets', bomb, { ...json, 'content-encoding': 'gzip' })).status).toBe(413);
  expect((await post('/api/datasets', '{"id":', json)).status).toBe(400);
  expect((await post('/api/datasets', '[]', { ...json, 'content-encoding': 'unheard-of' })).status).toBe(415);
  const mapping = {
    id: 'a\u0000b',
    title: 'x',
    key: ['a'],
    operator: 'b\u0000',
    place: { areaCode: 'c', level: 'village' },
  };
  expect((await post('/api/datasets', JSON.stringify(mapping), json)).status).toBe(400);
  const polluted = await post(
    '/api/imports',
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    json,
  );
  expect(polluted.status).toBe(400);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

test.each([
  '../../../etc/cron.d/evil',
  '..%2f..%2fevil',
  '..\\..\\evil',
  'CON',
  'a\u0000b.csv',
  'a\r\nSet-Cookie: x=1',
  `${'长'.repeat(190)}.csv`,
  '.htaccess',
  '<img src=x onerror=alert(1)>.csv',
])('an uploaded file called %j lies under a name of ours', async (name) => {
  const response = await post(`/api/uploads?name=${encodeURIComponent(name)}`, 'a,b\n1,2\n');
  expect([201, 400, 414]).toContain(response.status);
  expect(response.headers.get('set-cookie')).toBeNull();
  const folder = join(app.dataDir, 'uploads');
  for (const file of readdirSync(folder)) expect(file).toMatch(/^[0-9a-f]{32}(\.(name|sha256|run))?$/);
  expect(readdirSync(app.dataDir).sort()).toEqual(expect.arrayContaining(['uploads']));
  if (response.status !== 201) return;
  const { upload } = await response.json();
  expect(readFileSync(join(folder, `${upload}.name`), 'utf8')).toBe(name);
});

test('a name of 300 characters, and a handle that is a path, are refused', async () => {
  expect((await post(`/api/uploads?name=${'a'.repeat(300)}`, 'a\n')).status).toBe(400);
  const json = { 'content-type': 'application/json' };
  for (const upload of ['../lock', '..%2flock', `${'0'.repeat(31)}/`, 'none']) {
    expect((await post('/api/imports', JSON.stringify({ upload, dataset: 'test-policies' }), json)).status).toBe(400);
  }
});

test.each([
  'limit=1e9',
  'limit=-1',
  'limit=NaN',
  'offset=1e300',
  'offset=-1',
  'limit=0x10000',
  'limit[]=5',
  'limit=5&limit=6',
])('records?%s is refused', async (query) => {
  expect((await fetch(`${app.url}/api/records?dataset=test-policies&${query}`)).status).toBe(400);
});

test('a page of another site gets neither answers nor changes, whatever form it takes', async () => {
  const foreign = (headers: Record<string, string>) => post('/api/datasets', 'a=1', headers);
  const form = 'application/x-www-form-urlencoded';
  expect((await foreign({ origin: 'null' })).status).toBe(403);
  expect((await foreign({ origin: 'http://127.0.0.1.evil.example' })).status).toBe(403);
  expect((await foreign({ 'sec-fetch-site': 'same-site' })).status).toBe(403);
  expect((await foreign({ 'content-type': form })).status).toBe(403);
  expect((await foreign({ 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(403);
  expect((await foreign({ 'content-type': 'text/plain' })).status).toBe(403);
  // fetch writes these headers itself.
  const look = async (site: string, mode: string, dest: string) => {
    const headers = `Sec-Fetch-Site: ${site}\r\nSec-Fetch-Mode: ${mode}\r\nSec-Fetch-Dest: ${dest}\r\n`;
    return (await rawGet('/api/datasets', headers)).slice(9, 12);
  };
  for (const site of ['cross-site', 'same-site']) {
    expect(await look(site, 'no-cors', 'script')).toBe('403');
    expect(await look(site, 'navigate', 'iframe')).toBe('403');
    expect(await look(site, 'navigate', 'document')).toBe('200');
  }
  // A page that opens a socket says nothing but where it is from.
  const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n';
  for (const origin of ['http://evil.example', 'http://sunmap.evil.example', 'null']) {
    expect(
      (await raw(`GET /api/datasets HTTP/1.1\r\nHost: sunmap\r\nOrigin: ${origin}\r\n${upgrade}\r\n`)).slice(9, 12),
    ).toBe('403');
  }
  expect((await rawGet('/api/datasets', 'Origin: http://sunmap\r\n')).slice(9, 12)).toBe('200');
  expect(await look('same-origin', 'cors', 'empty')).toBe('200');
  expect(await look('none', 'navigate', 'document')).toBe('200');
});

test('answers of the API are kept by nobody, those with a name of their version are asked about each time', async () => {
  const cacheOf = async (path: string) => (await fetch(app.url + path)).headers.get('cache-control');
  expect(await cacheOf('/api/records?dataset=test-policies')).toBe('private, no-store');
  expect(await cacheOf('/api/nothing')).toBe('private, no-store');
  expect(await cacheOf('/api/areas?dataset=test-policies&level=village')).toBe('private, no-cache');
  expect(await cacheOf('/api/boundaries?level=village')).toBe('private, no-cache');
  expect(await cacheOf('/api/cells?dataset=test-policies&resolution=9')).toBe('private, no-cache');
});

test('every answer says what may run, who may embed it, and that our addresses are told to nobody', async () => {
  for (const path of ['/', '/api/profile', '/api/nothing', '/nothing.js']) {
    const { headers } = await fetch(app.url + path);
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "worker-src 'self'",
      "style-src 'self'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(part);
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('permissions-policy')).toContain('geolocation=()');
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
  }
});

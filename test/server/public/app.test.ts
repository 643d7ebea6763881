import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { POLICY } from '../../../server/access/policy.ts';
import { PUBLIC_ROUTES } from '../../../server/public/public-routes.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { makeAccount, openBrowserLike, PASSWORD } from '../../support/browser-like.ts';
import { type PublicTestApp, startPublicApp } from '../../support/public-app.ts';
import { fileOf, makeTown, POLICY_DATASET } from '../../support/town.ts';

let staff: TestApp;
let app: PublicTestApp;
let cookie: string;
let clock = new Date('2026-03-01T00:00:00Z');

beforeAll(async () => {
  staff = await startApp({ access: 'enforced' });
  await makeTown(staff.db);
  await staff.import(POLICY_DATASET, fileOf([{ key: 'A', lng: 120.61, lat: 31.605, operator: '王某' }]));
  await makeAccount(staff, 'inspector', { role: 'inspector', allAreas: true, allDatasets: true });
  const signedIn = openBrowserLike(staff);
  expect((await signedIn.ask('POST', '/api/session', { name: 'inspector', password: PASSWORD })).status).toBe(200);
  expect((await signedIn.ask('GET', '/api/datasets')).status).toBe(200);
  cookie = [...signedIn.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  app = await startPublicApp(staff, { now: () => clock });
});
afterAll(async () => {
  await app.stop();
  await staff.stop();
});

const ask = (path: string, init: RequestInit = {}) => fetch(app.url + path, { redirect: 'manual', ...init });
const json = async (path: string) => (await ask(path)).json();

/** One question for each public route. */
const QUESTIONS: Readonly<Record<(typeof PUBLIC_ROUTES)[number], string>> = {
  '/api/health': '',
  '/api/ready': '',
  '/api/notice': '',
  '/api/areas': '?level=village',
  '/api/boundaries': '?level=village',
  '/api/place': '?level=village&code=320581001201',
  '/api/search': '?q=dong',
};

/** What two answers have in common once the number of the request and the time are left out. */
async function plain(response: Response) {
  const headers = [...response.headers].filter(([name]) => !['x-request-id', 'date'].includes(name));
  return { status: response.status, headers, body: await response.text() };
}

/** A request exactly as written: fetch would tidy it up. Returns the first line and the body. */
function raw(line: string, headers = ''): Promise<{ status: string; body: string }> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8').on('data', (chunk) => {
      answer += chunk;
    });
    socket
      .on('error', () => {})
      .once('close', () => {
        const [head = '', ...rest] = answer.split('\r\n\r\n');
        resolve({ status: head.split(' ')[1] ?? '', body: rest.join('') });
      });
    socket.write(`${line} HTTP/1.1\r\nHost: sunmap\r\nConnection: close\r\n${headers}\r\n`);
    socket.setTimeout(3_000, () => socket.destroy());
  });
}

test('every address of the staff is as unknown here as one that was never there, with and without a session', async () => {
  const strange = POLICY.filter(({ method, path }) => method !== 'GET' || !PUBLIC_ROUTES.some((each) => each === path));
  expect(strange.length).toBeGreaterThan(30);
  for (const { method, path } of strange.filter(({ path }) => path.startsWith('/api'))) {
    const body = method === 'POST' ? '{}' : null;
    for (const headers of [{}, { cookie }]) {
      const sent = { method, headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) }, body };
      const unknown = await plain(await ask('/api/never-there', sent));
      expect(unknown.status).toBe(404);
      expect(await plain(await ask(`${path}?dataset=test-policies&level=village`, sent)), `${method} ${path}`).toEqual(
        unknown,
      );
    }
  }
});

test('pages of the staff are as unknown as any other page', async () => {
  const unknown = await plain(await ask('/never-there'));
  expect(unknown.status).toBe(404);
  for (const path of ['/import', '/audit', '/account', '/metrics', '/index', '/.git/config', '/assets']) {
    expect(await plain(await ask(path, { headers: { cookie } })), path).toEqual(unknown);
  }
});

test('a session changes no answer, and no answer sets or asks for a cookie', async () => {
  for (const path of PUBLIC_ROUTES) {
    const [without, withOne] = await Promise.all([
      ask(path + QUESTIONS[path]).then(plain),
      ask(path + QUESTIONS[path], { headers: { cookie, authorization: 'Bearer x' } }).then(plain),
    ]);
    expect(withOne, path).toEqual(without);
    expect(without.status, path).toBe(200);
    const names = without.headers.map(([name]) => name);
    expect(names).not.toContain('set-cookie');
    expect(without.headers.find(([name]) => name === 'vary')?.[1] ?? '').not.toMatch(/cookie|authorization/i);
  }
});

test('nothing can be changed: other methods get the answer of an unknown address', async () => {
  const unknown = await plain(await ask('/api/never-there'));
  for (const path of [...PUBLIC_ROUTES, '/', '/anything']) {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
      expect((await plain(await ask(path, { method }))).body, `${method} ${path}`).toBe(unknown.body);
    }
    const head = await ask(path + (QUESTIONS[path as keyof typeof QUESTIONS] ?? ''), { method: 'HEAD' });
    expect([200, 404]).toContain(head.status);
    expect(await head.text()).toBe('');
  }
});

test('an address counts only as it is written in the list', async () => {
  const { body } = await raw('GET /api/never-there');
  for (const path of [
    '//api/areas?level=village',
    '/api//areas?level=village',
    '/api/areas/?level=village',
    '/API/areas?level=village',
    '/api/Areas?level=village',
    '/api/areas%2f?level=village',
    '/%61pi/areas?level=village',
    '/api/%61reas?level=village',
    '/api/./areas?level=village',
    '/api/x/../areas?level=village',
    '/api/%2e%2e/api/areas?level=village',
    '/\\api/areas?level=village',
    '/api/areas;x?level=village',
    '/api/records?dataset=test-policies',
    '//api/records?dataset=test-policies',
    '/API/RECORDS?dataset=test-policies',
    '/api/areas/../records?dataset=test-policies',
    '/api/areas%2f..%2frecords?dataset=test-policies',
    '/api/%72ecords?dataset=test-policies',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2f..%2fpackage.json',
  ]) {
    const answer = await raw(`GET ${path}`);
    expect([answer.status, answer.body], path).toEqual(['404', body]);
  }
});

/** Every key of a JSON value, as paths. */
function keysOf(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.length === 0 ? [`${at}[]`] : value.flatMap((each) => keysOf(each, `${at}[]`));
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, each]) => keysOf(each, `${at}.${key}`));
}

test('answers hold these keys and no others', async () => {
  const keys: Record<string, string[]> = {};
  for (const path of PUBLIC_ROUTES) {
    keys[path] = [...new Set(keysOf(await json(path + QUESTIONS[path])))].sort();
  }
  expect(keys).toMatchInlineSnapshot(`
    {
      "/api/areas": [
        "[].code",
        "[].name",
        "[].parent.code",
        "[].parent.name",
      ],
      "/api/boundaries": [
        ".features[].geometry.coordinates[][][][]",
        ".features[].geometry.type",
        ".features[].properties.code",
        ".features[].properties.name",
        ".features[].type",
        ".type",
      ],
      "/api/health": [
        ".ok",
      ],
      "/api/notice": [
        ".levels[].areas",
        ".levels[].level",
        ".levels[].withBoundary",
        ".releases[]",
        ".synthetic",
      ],
      "/api/place": [
        ".bounds[]",
        ".code",
        ".level",
        ".name",
        ".neighbours[].code",
        ".neighbours[].name",
        ".parents[].code",
        ".parents[].level",
        ".parents[].name",
      ],
      "/api/ready": [
        ".ready",
      ],
      "/api/search": [
        "[].code",
        "[].level",
        "[].name",
        "[].parentName",
      ],
    }
  `);
  expect([...new Set(keysOf(await json('/api/areas')))]).toEqual(['.error']);
});

test('nothing of a record, a person or a judgement is in any answer', async () => {
  for (const path of PUBLIC_ROUTES) {
    const text = await (await ask(path + QUESTIONS[path])).text();
    expect(text, path).not.toMatch(/王某|H-A|test-policies|tier|operator|record|household|"id"/i);
  }
});

test('places are found by name, pinyin and code, with what lies above and beside them', async () => {
  expect(await json('/api/search?q=东')).toEqual([
    { level: 'village', code: '320581001201', name: '东村', parentName: '测试镇' },
  ]);
  expect(await json('/api/search?q=DONGC')).toHaveLength(1);
  expect(await json('/api/search?q=32058100120')).toHaveLength(2);
  expect(await json('/api/search?q=%25')).toEqual([]);
  expect(await json('/api/place?level=village&code=320581001201')).toEqual({
    level: 'village',
    code: '320581001201',
    name: '东村',
    parents: [{ level: 'town', code: '320581001', name: '测试镇' }],
    neighbours: [{ code: '320581001202', name: '西村' }],
    bounds: [120.607, 31.6, 120.614, 31.61],
  });
  expect((await ask('/api/place?level=village&code=9')).status).toBe(404);
  expect((await ask('/api/place?level=village&code=1&dataset=x')).status).toBe(400);
});

test('the notice tells what there is, and that nothing was released', async () => {
  expect(await json('/api/notice')).toEqual({
    synthetic: false,
    levels: [
      { level: 'village', areas: 2, withBoundary: 2 },
      { level: 'town', areas: 1, withBoundary: 1 },
    ],
    releases: [],
  });
  await staff.db.query('create view disclosure.release_2026_03 as select 1 as one');
  expect((await json('/api/notice')).releases).toEqual([]);
  await staff.db.query('grant select on disclosure.release_2026_03 to sunmap_public');
  expect((await json('/api/notice')).releases).toEqual(['release_2026_03']);
  await staff.db.query('drop view disclosure.release_2026_03');
});

test('areas are kept for a minute, and asked about by their ETag', async () => {
  const first = await ask('/api/areas?level=town');
  const tag = first.headers.get('etag') ?? '';
  expect(first.headers.get('cache-control')).toBe('public, max-age=60');
  // `fetch` would say that it wants no kept answer.
  const askAgain = () => raw('GET /api/areas?level=town', `Accept-Encoding: gzip\r\nIf-None-Match: ${tag}\r\n`);
  expect((await askAgain()).status).toBe('304');
  await staff.db.query(`update area set name = '新名镇' where level = 'town'`);
  expect(await json('/api/areas?level=town')).toMatchObject([{ name: '测试镇' }]);
  clock = new Date(clock.getTime() + 60_000);
  expect((await askAgain()).status).toBe('200');
  expect(await json('/api/areas?level=town')).toMatchObject([{ name: '新名镇' }]);
  await staff.db.query(`update area set name = '测试镇' where level = 'town'`);
});

test('a failure is kept by nobody', async () => {
  for (const path of ['/api/areas?level=nowhere', '/api/areas', '/api/place?level=x&code=y', '/api/never-there']) {
    expect((await ask(path)).headers.get('cache-control'), path).toMatch(/no-store|private/);
  }
});

test('boundaries travel packed, or plain to whoever cannot unpack', async () => {
  const packed = await raw('GET /api/boundaries?level=village');
  expect(JSON.parse(packed.body).features).toHaveLength(2);
  const response = await ask('/api/boundaries?level=village', { headers: { 'accept-encoding': 'gzip' } });
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(await response.json()).toEqual(JSON.parse(packed.body));
});

test('words that look like statements are only words', async () => {
  for (const word of [
    "' or 1=1 --",
    "'; reset role; select * from record; --",
    '\\',
    '%00',
    '$1',
    '"',
    'a'.repeat(50),
  ]) {
    for (const path of ['/api/search?q=', '/api/areas?level=', '/api/place?level=village&code=']) {
      const response = await ask(path + encodeURIComponent(word));
      expect(response.status, path + word).toBeLessThan(500);
      expect(await response.text()).not.toMatch(/王某|syntax|sql/i);
    }
  }
  expect(await json('/api/search?q=东')).toHaveLength(1);
});

test('a crowd of visitors uses up its own counts and none of the staff', async () => {
  const crowded = await startPublicApp(staff, { settings: { SUNMAP_READS: '3' } });
  const statuses = [];
  for (let n = 0; n < 5; n += 1) statuses.push((await fetch(`${crowded.url}/api/notice`)).status);
  expect(statuses).toEqual([200, 200, 200, 429, 429]);
  expect((await fetch(`${staff.url}/api/health`)).status).toBe(200);
  expect((await ask('/api/notice')).status).toBe(200);
  await crowded.stop();
});

test('other sites may link to it but not load what it says, and its pages may ask where somebody is', async () => {
  const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' };
  expect((await ask('/api/notice', { headers })).status).toBe(403);
  const response = await ask('/api/notice');
  expect(response.headers.get('permissions-policy')).toContain('geolocation=(self)');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect((await fetch(`${staff.url}/api/health`)).headers.get('permissions-policy')).toContain('geolocation=()');
});

test('the log tells public requests from those of the staff', async () => {
  const id = (await ask('/api/search?q=隐私')).headers.get('x-request-id');
  await expect.poll(() => staff.logged().find((line) => line.id === id)).toBeDefined();
  const line = staff.logged().find((line) => line.id === id);
  expect(line).toMatchObject({ entry: 'public', route: '/api/search' });
  expect(JSON.stringify(line)).not.toContain('隐私');
  expect(await staff.edge.metrics.print()).toContain('route="public /api/search"');
});

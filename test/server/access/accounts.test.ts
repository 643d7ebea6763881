import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../../geodata/model/account.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { type BrowserLike, makeAccount, openBrowserLike, PASSWORD } from '../../support/browser-like.ts';
import { makeTown } from '../../support/town.ts';

let app: TestApp;
let system: BrowserLike;
let security: BrowserLike;
const ids = new Map<string, number>();

beforeAll(async () => {
  app = await startApp({ access: 'enforced', settings: { SUNMAP_SECOND_FACTOR: 'optional' } });
  await makeTown(app.db);
  for (const role of ['system-admin', 'security-admin', 'audit-admin', 'inspector'] as Role[]) {
    ids.set(role, await makeAccount(app, role, { role }));
  }
  system = await signedIn('system-admin');
  security = await signedIn('security-admin');
});
afterAll(() => app.stop());

async function signedIn(name: string, password = PASSWORD): Promise<BrowserLike> {
  const browser = openBrowserLike(app);
  expect((await browser.ask('POST', '/api/session', { name, password })).status).toBe(200);
  return browser;
}

const GRANT = {
  role: 'inspector',
  allAreas: false,
  areas: [{ level: 'village', code: '320581001201' }],
  allDatasets: true,
  datasets: [],
};

test('an account takes two administrators: one makes it, the other says what for', async () => {
  const made = await system.ask('POST', '/api/accounts', { name: 'Li.Si', displayName: '李四' });
  expect(made.status).toBe(201);
  expect(made.body.account).toMatchObject({
    name: 'li.si',
    role: null,
    createdBy: 'system-admin',
    passwordTemporary: true,
  });
  expect(made.body.account.scope).toEqual({ allAreas: false, areas: [], allDatasets: false, datasets: [] });
  const { id } = made.body.account;

  const person = await signedIn('li.si', made.body.temporaryPassword);
  await person.ask('POST', '/api/password', { password: made.body.temporaryPassword, next: PASSWORD });
  expect((await person.ask('GET', '/api/datasets')).status).toBe(403);

  expect((await system.ask('POST', `/api/account/grant?id=${id}`, GRANT)).status).toBe(403);
  const granted = await security.ask('POST', `/api/account/grant?id=${id}`, GRANT);
  expect([granted.status, granted.body.role, granted.body.scope.areas]).toEqual([200, 'inspector', GRANT.areas]);
  expect((await person.ask('GET', '/api/datasets')).status, 'the session from before the grant ended').toBe(401);
  const again = await signedIn('li.si');
  expect((await again.ask('GET', '/api/datasets')).status).toBe(200);
  expect((await again.ask('GET', '/api/session')).body.account.scope).toEqual({
    allAreas: false,
    areas: GRANT.areas,
    allDatasets: true,
    datasets: [],
  });
});

test('a name is taken once, however it is written', async () => {
  expect((await system.ask('POST', '/api/accounts', { name: 'double', displayName: 'x' })).status).toBe(201);
  expect((await system.ask('POST', '/api/accounts', { name: ' ＤOUBLE', displayName: 'x' })).status).toBe(409);
  for (const name of ['a', 'with space', 'x'.repeat(41), '../up', 'li\u202esi', '<b>li</b>']) {
    expect((await system.ask('POST', '/api/accounts', { name, displayName: 'x' })).status, name).toBe(400);
  }
});

test('nobody changes their own account', async () => {
  const own = (browser: BrowserLike, method: string, what: string, role: string, body?: unknown) =>
    browser.ask(method, `/api/account/${what}?id=${ids.get(role)}`, body);
  const answers = [
    await own(system, 'POST', 'disable', 'system-admin'),
    await own(system, 'POST', 'password', 'system-admin'),
    await own(security, 'POST', 'grant', 'security-admin', { ...GRANT, role: 'leader' }),
    await own(security, 'POST', 'enable', 'security-admin'),
    await own(security, 'DELETE', 'second-factor', 'security-admin'),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  expect((await security.ask('GET', '/api/session')).body.account.role).toBe('security-admin');
});

test.each([
  ['POST', '/api/accounts', { name: 'x1', displayName: 'x', role: 'security-admin' }],
  ['POST', '/api/accounts', { name: 'x2', displayName: 'x', id: 1 }],
  ['POST', '/api/accounts', { name: 'x3', displayName: 'x', allAreas: true, passwordHash: 'x' }],
  ['POST', '/api/accounts', '{"name":"x4","displayName":"x","__proto__":{"role":"leader"}}'],
  ['POST', '/api/accounts', '{"name":"x5","displayName":"x","constructor":{"prototype":{"role":"leader"}}}'],
  ['POST', '/api/accounts', [{ name: 'x6', displayName: 'x' }]],
  ['POST', '/api/accounts', { name: { $ne: null }, displayName: 'x' }],
  ['POST', '/api/accounts', undefined],
] as const)('%s %s refuses fields it does not know: %j', async (method, path, body) => {
  const before = (await system.ask('GET', '/api/accounts')).body.length;
  expect((await system.ask(method, path, body)).status).toBe(400);
  expect((await system.ask('GET', '/api/accounts')).body.length).toBe(before);
});

test.each([
  { ...GRANT, state: 'enabled' },
  { ...GRANT, role: 'root' },
  { role: 'inspector' },
  { ...GRANT, allAreas: 'yes' },
  { ...GRANT, areas: [{ level: 'village', code: '320581001201', id: 1 }] },
  { ...GRANT, areas: [{ level: 'village', code: 'elsewhere' }] },
  { ...GRANT, areas: null },
])('a grant that is not whole and known is refused, and nothing of it stays: %j', async (grant) => {
  const id = ids.get('inspector');
  expect((await security.ask('POST', `/api/account/grant?id=${id}`, grant)).status).toBe(400);
  const accounts = (await security.ask('GET', '/api/accounts')).body as { id: number; scope: { areas: unknown[] } }[];
  expect(accounts.find((account) => account.id === id)?.scope.areas).toEqual([]);
});

test.each(['POST /api/session', 'POST /api/password', 'POST /api/second-factor', 'POST /api/recovery-codes'])(
  '%s takes no field but its own',
  async (route) => {
    const [method, path] = route.split(' ') as [string, string];
    const browser = await signedIn('inspector');
    const answer = await browser.ask(method, path, {
      name: 'inspector',
      password: PASSWORD,
      next: 'copper-kettle-under-elms',
      code: '123456',
      role: 'system-admin',
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error).toContain('role');
  },
);

test('a password reset shuts the account until the other administrator opens it again', async () => {
  const id = await makeAccount(app, 'forgetful', { role: 'inspector' });
  const person = await signedIn('forgetful');
  const reset = await system.ask('POST', `/api/account/password?id=${id}`);
  expect([reset.status, reset.body.account.state]).toEqual([200, 'disabled']);
  expect((await person.ask('GET', '/api/datasets')).status).toBe(401);
  const { temporaryPassword: password } = reset.body;
  const alone = openBrowserLike(app);
  expect((await alone.ask('POST', '/api/session', { name: 'forgetful', password })).status).toBe(401);
  expect((await system.ask('POST', `/api/account/enable?id=${id}`)).status).toBe(403);
  expect((await security.ask('POST', `/api/account/enable?id=${id}`)).status).toBe(200);
  expect((await (await signedIn('forgetful', password)).ask('GET', '/api/session')).body.account.pending).toBe(
    'password',
  );
});

test('an administrator disables an account, and ends the sessions of one', async () => {
  const id = await makeAccount(app, 'leaver', { role: 'inspector' });
  const [first, second] = [await signedIn('leaver'), await signedIn('leaver')];
  expect((await security.ask('DELETE', `/api/account/sessions?id=${id}`)).status).toBe(200);
  for (const browser of [first, second]) expect((await browser.ask('GET', '/api/datasets')).status).toBe(401);
  const third = await signedIn('leaver');
  expect((await system.ask('POST', `/api/account/disable?id=${id}`)).body.state).toBe('disabled');
  expect((await third.ask('GET', '/api/datasets')).status).toBe(401);
});

test('what administrators read of accounts holds no secret', async () => {
  const text = JSON.stringify((await system.ask('GET', '/api/accounts')).body);
  expect(text).not.toMatch(/argon2|hash|totp|secret"|\btoken/i);
  const [account] = JSON.parse(text);
  expect(Object.keys(account).sort()).toMatchInlineSnapshot(`
    [
      "createdAt",
      "createdBy",
      "demo",
      "displayName",
      "id",
      "name",
      "passwordSetAt",
      "passwordTemporary",
      "role",
      "scope",
      "secondFactor",
      "state",
    ]
  `);
});

test.each(['0', '-1', '1e9', '2147483648', '99999', 'abc', '1;drop table account', '', '1&id=2'])(
  'an odd id is nobody’s account: %s',
  async (id) => {
    const answer = await security.ask('POST', `/api/account/disable?id=${id}`);
    expect([400, 404]).toContain(answer.status);
  },
);

test('what can be granted is found by name, without a figure or a shape of it', async () => {
  const found = await security.ask('GET', '/api/scopes?q=DONG');
  expect(found.body.areas).toEqual([{ level: 'village', code: '320581001201', name: '东村', parentName: '测试镇' }]);
  expect(Object.keys(found.body.datasets[0]).sort()).toEqual(['id', 'title']);
  for (const q of ['%', '_', "' or 1=1 --"]) {
    expect((await security.ask('GET', `/api/scopes?q=${encodeURIComponent(q)}`)).body.areas, q).toEqual([]);
  }
  expect((await security.ask('GET', '/api/scopes?q=')).status).toBe(400);
  const granted = await system.ask('GET', '/api/scopes');
  expect(
    granted.body.areas.map(({ name }: { name: string }) => name),
    'only those that somebody was granted',
  ).toEqual(['东村']);
});

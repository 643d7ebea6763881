import type { Express } from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROLES, type Role } from '../../../geodata/model/account.ts';
import { isAllowed, POLICY, type Rule } from '../../../server/access/policy.ts';
import { openSession } from '../../../server/access/sessions.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { makeAccount, openBrowserLike } from '../../support/browser-like.ts';

let app: TestApp;
const accounts = new Map<Role | null, number>();
const CALLERS = [undefined, null, ...ROLES] as const;
const visitor = { address: '127.0.0.1', userAgent: 'test' };

beforeAll(async () => {
  app = await startApp({
    access: 'enforced',
    settings: { SUNMAP_SECOND_FACTOR: 'optional' },
    clientFolder: import.meta.dirname,
  });
  for (const role of [null, ...ROLES]) {
    accounts.set(
      role,
      await makeAccount(app, `test-${role ?? 'nothing'}`, { role, allAreas: true, allDatasets: true }),
    );
  }
});
afterAll(() => app.stop());

interface Layer {
  readonly name: string;
  readonly slash: boolean;
  readonly handle: { readonly stack?: readonly Layer[] };
  readonly route?: { readonly path: string; readonly stack: readonly { readonly method?: string }[] };
}

/** Every route that Express would ever call, as `METHOD path`. */
function routesOf(stack: readonly Layer[]): string[] {
  return stack.flatMap(({ route, handle, slash }) => {
    if (route) return route.stack.map(({ method }) => `${(method ?? 'all').toUpperCase()} ${route.path}`);
    if (!handle.stack) return [];
    // A router mounted under a prefix would hide it from this list.
    expect(slash, 'routers are mounted at the root').toBe(true);
    return routesOf(handle.stack);
  });
}

const layersOf = (express: Express) => express.router.stack as unknown as readonly Layer[];
const nameOf = ({ method, path }: Rule) => `${method} ${path}`;

test('every route of the running server has a rule, and every rule a route', () => {
  const routes = [...new Set(routesOf(layersOf(app.express)))].sort();
  expect(routes.length).toBeGreaterThan(30);
  expect(routes).toEqual(POLICY.map(nameOf).sort());
});

test('the guard stands before every route but the one that says whether the server is ready', () => {
  const layers = layersOf(app.express);
  const guardAt = layers.findIndex(({ name }) => name === 'guardRequest');
  expect(guardAt).toBeGreaterThan(-1);
  expect(routesOf(layers.slice(0, guardAt))).toEqual(['GET /api/ready']);
});

/** A browser with a fresh session of a role: null for an account without one, undefined for nobody. */
async function callerOf(role: Role | null | undefined) {
  const browser = openBrowserLike(app);
  if (role === undefined) return browser;
  const limits = { idleMinutes: 30, sessionHours: 12 };
  const token = await openSession(app.db, accounts.get(role) as number, { visitor, limits, now: new Date() });
  browser.cookies.set('sunmap', token);
  return browser;
}

const cases = POLICY.flatMap((rule) => CALLERS.map((role) => ({ rule, role, name: nameOf(rule) })));

test.each(cases)('$name as $role', async ({ rule, role }) => {
  const browser = await callerOf(role);
  const body = rule.method === 'GET' ? undefined : {};
  const answer = await browser.ask(rule.method, rule.path.replace('/{*page}', '/somewhere'), body);
  if (!isAllowed(rule, role)) {
    expect(answer.status).toBe(role === undefined ? 401 : 403);
    expect(Object.keys(answer.body)).toEqual(['error']);
  } else {
    expect([401, 403]).not.toContain(answer.status);
    expect(answer.status).toBeLessThan(500);
  }
});

test('the matrix, written out: who may do what', () => {
  const lines = POLICY.map((rule) => {
    const who = CALLERS.filter((role) => isAllowed(rule, role)).map(
      (role) => role ?? (role === null ? 'no role' : 'nobody'),
    );
    return `${nameOf(rule)}: ${who.length === CALLERS.length ? 'anyone' : who.join(', ')}`;
  });
  expect(lines.join('\n')).toMatchSnapshot();
});

test('administrators reach no business data, others no accounts', () => {
  for (const rule of POLICY) {
    for (const role of ROLES) {
      const isAdministrator = role.endsWith('-admin');
      if (rule.reach === 'data' || rule.reach === 'catalogue')
        expect(isAllowed(rule, role) && isAdministrator).toBe(false);
      if (rule.reach === 'accounts') expect(isAllowed(rule, role) && !isAdministrator).toBe(false);
    }
  }
});

test('an address without a rule is refused: to strangers like any other, to others as unknown', async () => {
  expect((await (await callerOf(undefined)).ask('GET', '/api/secrets')).status).toBe(401);
  expect((await (await callerOf('inspector')).ask('GET', '/api/secrets')).status).toBe(404);
  expect((await (await callerOf('inspector')).ask('PUT', '/api/records')).status).toBe(404);
  expect((await (await callerOf(undefined)).ask('POST', '/somewhere', {})).status).toBe(401);
});

test.each([
  '/API/datasets',
  '/api/datasets/',
  '/api/datasets//',
  '//api/datasets',
  '/api//datasets',
  '/api/./datasets',
  '/api/x/../datasets',
  '/api/%64atasets',
  '/%61pi/datasets',
  '/api/datasets%2f',
  '/api/datasets%00',
  '/api/datasets;x=1',
  '/api\\datasets',
  '/assets/../api/datasets',
])('however the address is written, nobody reads a list at %s', async (path) => {
  const { status, body } = await (await callerOf(undefined)).ask('GET', path);
  expect(Array.isArray(body)).toBe(false);
  expect(status === 401 || typeof body === 'string' || status === 404 || status === 400).toBe(true);
});

test('a header that claims another address, method or path changes nothing', async () => {
  const browser = await callerOf(undefined);
  for (const headers of [
    { 'x-original-url': '/api/health', 'x-rewrite-url': '/api/health' },
    { 'x-http-method-override': 'GET', 'x-forwarded-for': '127.0.0.1' },
    { authorization: 'Basic YWRtaW46YWRtaW4=' },
  ]) {
    expect((await browser.ask('GET', '/api/datasets', undefined, headers)).status).toBe(401);
  }
});

test('HEAD is guarded as GET is', async () => {
  expect((await (await callerOf(undefined)).ask('HEAD', '/api/datasets')).status).toBe(401);
  expect((await (await callerOf('leader')).ask('HEAD', '/api/datasets')).status).toBe(200);
});

test('a temporary password opens nothing but the way to change it', async () => {
  const id = await makeAccount(app, 'fresh', { role: 'inspector', temporary: true });
  const limits = { idleMinutes: 30, sessionHours: 12 };
  const browser = openBrowserLike(app);
  browser.cookies.set('sunmap', await openSession(app.db, id, { visitor, limits, now: new Date() }));
  const refused = await browser.ask('GET', '/api/datasets');
  expect(refused.status).toBe(403);
  expect(refused.body.error).toContain('Change your password first');
  expect((await browser.ask('GET', '/api/session')).body.account.pending).toBe('password');
  expect((await browser.ask('GET', '/api/session/all')).status).toBe(200);
});

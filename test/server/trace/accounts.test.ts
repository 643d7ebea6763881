import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../../geodata/model/account.ts';
import type { AuditEntry } from '../../../geodata/model/trace.ts';
import { hotp, stepAt } from '../../../server/access/totp.ts';
import { searchEntries } from '../../../server/trace/search-entries.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { type BrowserLike, makeAccount, openBrowserLike, PASSWORD } from '../../support/browser-like.ts';
import { fromBase32 } from '../../support/from-base32.ts';
import { makeTown } from '../../support/town.ts';

let app: TestApp;
let clock = Date.parse('2026-03-02T08:00:00Z');
let system: BrowserLike;
let security: BrowserLike;
const ids = new Map<string, number>();
/** Everything in this file that nobody may ever read in an entry. */
const secrets = new Set<string>([PASSWORD]);

beforeAll(async () => {
  const now = () => new Date(clock);
  app = await startApp({ access: 'enforced', settings: { SUNMAP_SECOND_FACTOR: 'optional' }, now });
  await makeTown(app.db);
  for (const role of ['system-admin', 'security-admin', 'inspector'] as Role[]) {
    ids.set(role, await makeAccount(app, role, { role, now: now() }));
  }
  system = await signedIn('system-admin');
  security = await signedIn('security-admin');
});
afterAll(() => app.stop());

async function signedIn(name: string, password = PASSWORD, code?: string): Promise<BrowserLike> {
  const browser = openBrowserLike(app);
  const answer = await browser.ask('POST', '/api/session', { name, password, ...(code === undefined ? {} : { code }) });
  expect(answer.status).toBe(200);
  secrets.add(browser.cookies.get('sunmap') as string);
  return browser;
}

/** The entries that something leaves, oldest first. */
async function entriesOf(work: () => Promise<unknown>): Promise<AuditEntry[]> {
  const newest = async () => (await searchEntries(app.db, { limit: 100 })).entries;
  const last = (await newest())[0]?.seq ?? 0;
  await work();
  const entries = (await newest()).filter(({ seq }) => seq > last).toReversed();
  for (const { address, actorKind } of entries) {
    expect(address).toBe('127.0.0.1');
    expect(['account', 'public']).toContain(actorKind);
  }
  return entries;
}

const idOf = (name: string) => `${ids.get(name)}`;
const by = (name: string) => ({ actorKind: 'account', actorId: idOf(name), actorName: name });

test('signing in, asking for a code, failing and signing out each leave one entry, and say whose account it was', async () => {
  ids.set('coder', await makeAccount(app, 'coder', { now: new Date(clock) }));
  const stranger = openBrowserLike(app);
  const attempt = (body: object) => () => stranger.ask('POST', '/api/session', body);
  expect(await entriesOf(attempt({ name: 'coder', password: 'not-the-password' }))).toMatchObject([
    { action: 'sign-in.fail', actorKind: 'public', subjectId: idOf('coder'), after: { reason: 'password' } },
  ]);
  expect(await entriesOf(attempt({ name: 'CODER', password: PASSWORD }))).toMatchObject([
    {
      action: 'sign-in.succeed',
      ...by('coder'),
      subjectId: idOf('coder'),
      after: { proof: 'password', instead: null },
    },
  ]);
  secrets.add(stranger.cookies.get('sunmap') as string);
  const [again] = await entriesOf(attempt({ name: 'coder', password: PASSWORD }));
  secrets.add(stranger.cookies.get('sunmap') as string);
  expect(again).toMatchObject({ action: 'sign-in.succeed', after: { instead: { account: ids.get('coder') } } });
  expect(await entriesOf(() => stranger.ask('DELETE', '/api/session'))).toMatchObject([
    { action: 'sign-out', ...by('coder'), subjectKind: 'session' },
  ]);
  expect(await entriesOf(() => stranger.ask('DELETE', '/api/session'))).toEqual([]);
});

test('a name that no account has is not entered: it may be a password', async () => {
  const typed = 'my-secret-password-by-mistake';
  secrets.add(typed);
  const attempt = () => openBrowserLike(app).ask('POST', '/api/session', { name: typed, password: 'x' });
  const [first] = await entriesOf(attempt);
  const [second] = await entriesOf(attempt);
  expect(first).toMatchObject({ action: 'sign-in.fail', subjectId: null, after: { reason: 'name' } });
  expect(second?.after, 'the same mark tells that it was the same name').toEqual(first?.after);
});

test('a flood of slowed attempts leaves one entry and one sum', async () => {
  await makeAccount(app, 'besieged', { now: new Date(clock) });
  const attempt = () => openBrowserLike(app).ask('POST', '/api/session', { name: 'besieged', password: 'wrong' });
  for (let n = 0; n < 5; n += 1) await attempt();
  const entries = await entriesOf(async () => {
    for (let n = 0; n < 20; n += 1) expect((await attempt()).status).toBe(429);
  });
  expect(entries.map(({ action }) => action)).toEqual(['sign-in.lock']);
});

test('the second factor: offered, enrolled, wanted, failed, new codes, a code used up, removed', async () => {
  ids.set('factor', await makeAccount(app, 'factor', { now: new Date(clock) }));
  const person = await signedIn('factor');
  const offer = await person.ask('POST', '/api/second-factor', { password: PASSWORD });
  const secret = fromBase32(offer.body.secret);
  secrets.add(offer.body.secret);
  const nextCode = () => {
    clock += 60_000;
    const code = hotp(secret, stepAt(new Date(clock)));
    secrets.add(code);
    return code;
  };
  let codes: string[] = [];
  const enrolled = await entriesOf(async () => {
    const body = { password: PASSWORD, code: nextCode() };
    codes = (await person.ask('POST', '/api/second-factor/confirmation', body)).body.recoveryCodes;
  });
  expect(enrolled).toMatchObject([{ action: 'second-factor.enrol', ...by('factor'), before: { secondFactor: false } }]);

  const stranger = openBrowserLike(app);
  const attempt = (code?: string) => () =>
    stranger.ask('POST', '/api/session', { name: 'factor', password: PASSWORD, ...(code ? { code } : {}) });
  expect(await entriesOf(attempt())).toMatchObject([{ action: 'sign-in.challenge', subjectId: idOf('factor') }]);
  expect(await entriesOf(attempt('not-a-recovery-code'))).toMatchObject([
    { action: 'sign-in.fail', subjectId: idOf('factor'), after: { reason: 'code' } },
  ]);
  expect(await entriesOf(attempt(codes[0]))).toMatchObject([
    { action: 'recovery-code.use', ...by('factor') },
    { action: 'sign-in.succeed', ...by('factor'), after: { proof: 'password + recovery-code' } },
  ]);

  const made = await entriesOf(async () => {
    const body = { password: PASSWORD, code: nextCode() };
    codes.push(...(await person.ask('POST', '/api/recovery-codes', body)).body.recoveryCodes);
  });
  expect(made).toMatchObject([{ action: 'recovery-code.make', ...by('factor'), after: { count: 10 } }]);
  const remove = (code: string) => () => person.ask('DELETE', '/api/second-factor', { password: PASSWORD, code });
  expect(await entriesOf(remove('wrong-code'))).toMatchObject([{ action: 'identity.fail', after: { reason: 'code' } }]);
  expect(await entriesOf(remove(nextCode()))).toMatchObject([
    { action: 'second-factor.remove', before: { secondFactor: true }, after: { secondFactor: false } },
  ]);
  for (const code of codes) secrets.add(code);
});

test('changing the password, and ending another session of one’s own', async () => {
  ids.set('changer', await makeAccount(app, 'changer', { now: new Date(clock) }));
  const [here] = [await signedIn('changer'), await signedIn('changer')];
  const rows = (await here?.ask('GET', '/api/session/all'))?.body as { id: number; current: boolean }[];
  const other = rows.find(({ current }) => !current)?.id;
  expect(await entriesOf(() => here.ask('DELETE', `/api/session/one?id=${other}`))).toMatchObject([
    { action: 'session.revoke', ...by('changer'), subjectKind: 'session', subjectId: `${other}` },
  ]);
  const next = 'copper-kettle-under-elms';
  secrets.add(next);
  const change = (password: string) => () => here.ask('POST', '/api/password', { password, next });
  expect(await entriesOf(change('wrong'))).toMatchObject([
    { action: 'identity.fail', ...by('changer'), after: { reason: 'password' } },
  ]);
  expect(await entriesOf(change(PASSWORD))).toMatchObject([
    { action: 'password.change', ...by('changer'), subjectId: idOf('changer') },
  ]);
  secrets.add(here.cookies.get('sunmap') as string);
});

test('every act of an administrator is entered with the account as it was and as it is', async () => {
  const [made] = await entriesOf(async () => {
    const answer = await system.ask('POST', '/api/accounts', { name: 'subject', displayName: '李四' });
    ids.set('subject', answer.body.account.id);
    secrets.add(answer.body.temporaryPassword);
  });
  const whom = { subjectKind: 'account', subjectId: idOf('subject') };
  expect(made).toMatchObject({
    action: 'account.create',
    ...by('system-admin'),
    ...whom,
    before: null,
    after: { name: 'subject', role: null, areas: [], datasets: [] },
  });
  const areas = [{ level: 'village', code: '320581001201' }];
  const grant = { role: 'inspector', allAreas: false, areas, allDatasets: true, datasets: [] };
  const acts: readonly (readonly [BrowserLike, string, string, string, object])[] = [
    [
      security,
      'POST',
      'grant',
      'account.grant',
      {
        ...by('security-admin'),
        before: { role: null, areas: [], datasets: [] },
        after: { role: 'inspector', areas: ['village:320581001201'], datasets: 'all' },
      },
    ],
    [system, 'POST', 'disable', 'account.disable', { before: { state: 'enabled' }, after: { state: 'disabled' } }],
    [security, 'POST', 'enable', 'account.enable', { before: { state: 'disabled' }, after: { state: 'enabled' } }],
    [system, 'POST', 'password', 'password.reset', { after: { state: 'disabled', passwordTemporary: true } }],
    [security, 'DELETE', 'second-factor', 'second-factor.remove', {}],
    [security, 'DELETE', 'sessions', 'session.revoke', {}],
  ];
  for (const [who, method, what, action, expected] of acts) {
    const entries = await entriesOf(async () => {
      const path = `/api/account/${what}?id=${ids.get('subject')}`;
      const answer = await who.ask(method, path, what === 'grant' ? grant : undefined);
      expect(answer.status).toBe(200);
      if (answer.body.temporaryPassword) secrets.add(answer.body.temporaryPassword);
    });
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ action, ...whom, ...expected });
  }
});

test('a change that is refused half-way leaves no entry', async () => {
  const before = await searchEntries(app.db, { action: 'account.grant' });
  const grant = { role: 'leader', allAreas: false, allDatasets: true, datasets: [] };
  const areas = [{ level: 'village', code: 'nowhere' }];
  const answer = await security.ask('POST', `/api/account/grant?id=${idOf('inspector')}`, { ...grant, areas });
  expect(answer.status).toBe(400);
  expect((await system.ask('POST', '/api/accounts', { name: 'inspector', displayName: 'x' })).status).toBe(409);
  expect(await searchEntries(app.db, { action: 'account.grant' })).toEqual(before);
});

test('refusals leave one entry a minute for each account, however many there are', async () => {
  const person = await signedIn('inspector');
  const entries = await entriesOf(async () => {
    for (let n = 0; n < 15; n += 1) expect((await person.ask('GET', '/api/accounts')).status).toBe(403);
    expect((await person.ask('GET', '/api/audit?text=whatever')).status).toBe(403);
  });
  expect(entries).toMatchObject([
    { action: 'access.refuse', ...by('inspector'), after: { route: 'GET /api/accounts', why: 'role' } },
  ]);
  expect(await entriesOf(() => openBrowserLike(app).ask('GET', '/api/accounts'))).toEqual([]);
  const own = `/api/account/disable?id=${idOf('system-admin')}`;
  expect(await entriesOf(() => system.ask('POST', own))).toMatchObject([
    {
      action: 'access.refuse',
      ...by('system-admin'),
      after: { route: 'POST /api/account/disable', why: 'own-account' },
    },
  ]);
});

test('what cannot be entered does not happen', async () => {
  ids.set('steady', await makeAccount(app, 'steady', { role: 'leader', now: new Date(clock) }));
  const person = await signedIn('steady');
  const id = idOf('steady');
  const state = async () => {
    const { rows } = await app.db.query(
      `select state, role, password_hash, totp_secret, (select count(*) from account) as accounts,
              (select count(*) from session where revoked_at is null) as sessions
       from account where id = ${id}`,
    );
    return rows;
  };
  const before = await state();
  await app.db.query('alter table audit_head rename to audit_head_away');
  try {
    const grant = { role: 'steward', allAreas: true, areas: [], allDatasets: true, datasets: [] };
    const answers = [
      await system.ask('POST', '/api/accounts', { name: 'unseen', displayName: 'x' }),
      await system.ask('POST', `/api/account/disable?id=${id}`),
      await system.ask('POST', `/api/account/password?id=${id}`),
      await security.ask('POST', `/api/account/grant?id=${id}`, grant),
      await security.ask('DELETE', `/api/account/sessions?id=${id}`),
      await person.ask('POST', '/api/password', { password: PASSWORD, next: 'copper-kettle-under-elms' }),
      await openBrowserLike(app).ask('POST', '/api/session', { name: 'steady', password: PASSWORD }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 500));
  } finally {
    await app.db.query('alter table audit_head_away rename to audit_head');
  }
  expect(await state()).toEqual(before);
});

test('no password, code, token or key is in any entry, and the chain is whole', async () => {
  await app.trace.close();
  const { rows } = await app.db.query('select * from audit_entry');
  const text = JSON.stringify(rows);
  expect(secrets.size).toBeGreaterThan(30);
  for (const secret of secrets) expect(text.includes(secret), `the secret ${secret.slice(0, 4)}…`).toBe(false);
  expect(text).not.toMatch(/argon2|otpauth/);
  const sums = rows.filter(({ after }) => JSON.stringify(after).includes('repeated'));
  expect(sums.map(({ action }) => action).toSorted()).toEqual(['access.refuse', 'sign-in.lock']);
  const total = sums.find(({ action }) => action === 'sign-in.lock');
  expect(JSON.stringify(total)).toContain('19');
});

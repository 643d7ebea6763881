import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditEntry } from '../../../geodata/model/trace.ts';
import { type Home, makeHome } from '../../support/make-home.ts';
import { finished, startServer, startSunmap, sunmap } from '../../support/sunmap.ts';

let home: Home;
beforeAll(async () => {
  home = await makeHome();
});
afterAll(() => home.drop());

const account = (...args: string[]) => sunmap(home.env, 'account', ...args);

test('there is no account until one is made', async () => {
  expect(await account('list', '--json')).toMatchObject({ status: 0, stdout: '[]\n' });
});

test('the first administrator is made by command, with a password that is told once and works', async () => {
  const made = await account('create', '--name', 'Chief', '--role', 'system-admin');
  expect(made).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\S{20,}\n$/) });
  const server = await startServer(home.env);
  try {
    const answer = await fetch(`${server.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'chief', password: made.stdout.trim() }),
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ account: { role: 'system-admin', pending: 'password' } });
    expect(server.output()).not.toContain(made.stdout.trim());
  } finally {
    await server.stop();
  }
});

test('a password can come through standard input, and a bad one is refused', async () => {
  const withInput = (input: string, ...args: string[]) => {
    const child = startSunmap(home.env, 'account', ...args);
    child.stdin?.end(input);
    return finished(child);
  };
  const create = ['create', '--name', 'wang', '--role', 'inspector', '--all-datasets', '--password-stdin'];
  const bad = await withInput('password1234\n', ...create);
  expect([bad.status, bad.stdout]).toEqual([1, '']);
  const good = await withInput('copper-kettle-under-elms\n', ...create, '--dataset', 'house-insurance');
  expect([good.status, good.stdout]).toEqual([0, '']);
  const listed = JSON.parse((await account('list', '--json')).stdout);
  expect(listed.find(({ name }: { name: string }) => name === 'wang')).toMatchObject({
    role: 'inspector',
    passwordTemporary: false,
    scope: { allAreas: false, areas: [], allDatasets: true, datasets: ['house-insurance'] },
  });
});

test('an account is disabled, enabled, and given another password', async () => {
  expect((await account('disable', 'WANG')).status).toBe(0);
  expect((await account('list')).stdout).toContain('wang\twang\tinspector\tdisabled');
  expect((await account('enable', 'wang')).status).toBe(0);
  expect((await account('password', 'wang')).stdout).toMatch(/^\S{20,}\n$/);
});

test('what was done by command is in the audit log, in the name of the user who ran it, without the passwords', async () => {
  const reset = await account('password', 'wang');
  const out = join(home.dataDir, 'entries.jsonl');
  expect((await sunmap(home.env, 'audit', 'export', '--out', out)).status).toBe(0);
  const text = readFileSync(out, 'utf8');
  const entries: AuditEntry[] = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const made = entries.filter(({ subjectKind }) => subjectKind === 'account');
  expect(new Set(made.map(({ actorKind, address }) => `${actorKind} ${address}`))).toContain('system null');
  expect(made.filter(({ actorKind }) => actorKind === 'system').map(({ action }) => action)).toEqual([
    'account.create',
    'account.create',
    'account.disable',
    'account.enable',
    'password.reset',
    'password.reset',
  ]);
  expect(made.at(-1)?.after).toMatchObject({ name: 'wang', passwordTemporary: true });
  expect(text).not.toContain(reset.stdout.trim());
  expect(text).not.toContain('copper-kettle-under-elms');
});

test.each([
  [2, ['create', '--name', 'xy', '--role', 'root']],
  [2, ['create', '--name', 'xy', '--role', 'leader', '--area', 'village']],
  [2, ['create', '--name', 'xy', '--role', 'leader', '--password', 'secret']],
  [1, ['create', '--name', 'xy', '--role', 'leader', '--area', 'village:nowhere']],
  [1, ['create', '--name', 'chief', '--role', 'leader']],
] as const)('exit status %d: %j', async (status, args) => {
  const ended = await account(...args);
  expect([ended.status, ended.stdout]).toEqual([status, '']);
});

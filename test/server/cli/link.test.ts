import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Home, makeHome } from '../../support/make-home.ts';
import { sunmap } from '../../support/sunmap.ts';

let home: Home;
const ISSUER = 'https://id.example';
beforeAll(async () => {
  home = await makeHome();
  await account('create', '--name', 'li.si', '--role', 'inspector');
});
afterAll(() => home.drop());

const account = (...args: string[]) => sunmap(home.env, 'account', ...args);

test('an administrator links an identity, sees it in the list, and takes it away', async () => {
  expect((await account('link', 'LI.SI', '--issuer', ISSUER, '--subject', '7f3c')).status).toBe(0);
  expect((await account('list')).stdout).toContain(`li.si\tli.si\tinspector\tenabled\t7f3c @ ${ISSUER}\n`);
  expect(JSON.parse((await account('list', '--json')).stdout)[0].identities).toEqual([
    { issuer: ISSUER, subject: '7f3c' },
  ]);
  expect(await account('link', 'li.si', '--issuer', ISSUER, '--subject', '7f3c')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('linked to an account already'),
  });
  expect((await account('unlink', 'li.si', '--subject', '7f3c')).status).toBe(0);
  expect((await account('list')).stdout).not.toContain('7f3c');
  expect(await account('unlink', 'li.si')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('no such link'),
  });
});

test('a link without a provider, a subject or an account is refused in a sentence', async () => {
  const none = await account('link', 'li.si', '--subject', 'x');
  expect([none.status, none.stderr]).toEqual([2, expect.stringContaining('Which provider?')]);
  expect((await account('link', 'li.si', '--issuer', ISSUER)).status).toBe(2);
  expect((await account('link', 'li.si', '--issuer', ISSUER, '--subject', ' ')).status).toBe(2);
  expect((await account('link', 'nobody', '--issuer', ISSUER, '--subject', 'x')).status).toBe(1);
});

test('settings that do not fit together stop the start with a sentence', async () => {
  const wrong = await sunmap({ ...home.env, SUNMAP_OIDC_ISSUER: 'http://id.example' }, 'account', 'list');
  expect([wrong.status, wrong.stderr]).toEqual([
    1,
    expect.stringContaining('SUNMAP_OIDC_ISSUER must begin with https://'),
  ]);
});

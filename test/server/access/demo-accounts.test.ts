import { afterEach, expect, test } from 'vitest';
import { openDemoAccounts } from '../../../server/access/demo-accounts.ts';
import { declareDataset } from '../../../server/dataset/datasets.ts';
import type { Database } from '../../../server/db/database.ts';
import { openRun } from '../../../server/import/run-import.ts';
import { startApp, type TestApp, type TestAppOptions } from '../../support/app.ts';
import { makeAccount, openBrowserLike } from '../../support/browser-like.ts';
import { fileOf, POLICY_DATASET } from '../../support/town.ts';

let app: TestApp;
afterEach(() => app.stop());
const start = async (options: TestAppOptions) => {
  app = await startApp({ access: 'enforced', ...options });
  return openBrowserLike(app);
};

const beginImport = async (db: Database, synthetic: boolean) => {
  const declared = await declareDataset(db, POLICY_DATASET);
  return openRun(db, { declared, file: { name: 'x.csv', size: 0 }, synthetic });
};

test('on made-up data the sign-in page is given three accounts that work, and none once one is signed in', async () => {
  const browser = await start({ demo: true, prepare: (db) => beginImport(db, true) });
  const { demoAccounts } = (await browser.ask('GET', '/api/session')).body;
  expect(demoAccounts.map(({ role }: { role: string }) => role)).toEqual(['leader', 'inspector', 'steward']);
  for (const { role, name, password } of demoAccounts) {
    const signedIn = await openBrowserLike(app).ask('POST', '/api/session', { name, password });
    expect(signedIn.body).toMatchObject({ account: { role, pending: null, demo: true }, demoAccounts: [] });
  }
});

test('they end, with their sessions, the moment a real import begins', async () => {
  const browser = await start({ demo: true, prepare: (db) => beginImport(db, true) });
  const { demoAccounts } = (await browser.ask('GET', '/api/session')).body;
  const [{ name, password }] = demoAccounts;
  expect((await browser.ask('POST', '/api/session', { name, password })).status).toBe(200);
  expect((await browser.ask('GET', '/api/datasets')).status).toBe(200);
  await app.import(POLICY_DATASET, fileOf([]));
  expect((await browser.ask('GET', '/api/datasets')).status).toBe(401);
  expect((await browser.ask('POST', '/api/session', { name, password })).status).toBe(401);
  expect((await openBrowserLike(app).ask('GET', '/api/session')).body.demoAccounts).toEqual([]);
  expect(await openDemoAccounts(app.db, { wanted: true, now: new Date() })).toEqual([]);
});

test.each([
  ['the demo is off', false, true],
  ['a real import is there', true, false],
])('there are none when %s', async (_, demo, synthetic) => {
  const browser = await start({ demo, prepare: (db) => beginImport(db, synthetic) });
  expect((await browser.ask('GET', '/api/session')).body.demoAccounts).toEqual([]);
});

test('there are none on an empty database, and nobody without an account gets in', async () => {
  const browser = await start({ demo: true });
  expect((await browser.ask('GET', '/api/session')).body).toMatchObject({ account: null, demoAccounts: [] });
  for (const name of ['admin', 'root', 'demo-leader', 'sunmap']) {
    for (const password of ['admin', 'password', 'sunmap', '123456', 'demo']) {
      expect((await browser.ask('POST', '/api/session', { name, password })).status).not.toBe(200);
    }
  }
});

test('each start gives them new passwords, and a real account of that name is left alone', async () => {
  await start({
    demo: true,
    prepare: async (db) => {
      await beginImport(db, true);
      await makeAccount({ db }, 'demo-leader', { role: 'steward' });
    },
  });
  const first = (await openBrowserLike(app).ask('GET', '/api/session')).body.demoAccounts;
  expect(first.map(({ name }: { name: string }) => name)).toEqual(['demo-inspector', 'demo-steward']);
  const again = await openDemoAccounts(app.db, { wanted: true, now: new Date() });
  expect(again.map(({ password }) => password)).not.toEqual(
    first.map(({ password }: { password: string }) => password),
  );
  const { rows } = await app.db.query(`select role, state, demo from account where name = 'demo-leader'`);
  expect(rows).toEqual([{ role: 'steward', state: 'enabled', demo: false }]);
});

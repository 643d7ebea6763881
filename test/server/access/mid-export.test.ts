import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { setGrant } from '../../../server/access/accounts.ts';
import { revokeSessions } from '../../../server/access/sessions.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { type BrowserLike, makeAccount, openBrowserLike, PASSWORD } from '../../support/browser-like.ts';
import { fileOf, makeTown, POLICY_DATASET } from '../../support/town.ts';

// What is in the middle of leaving when the right to it ends.
const purpose = '核查线索 2026-17';
const WHOLE = { allAreas: true, areas: [], allDatasets: true, datasets: [] };
let clock = new Date('2026-03-01T08:00:00Z');
let app: TestApp;
let steward: BrowserLike;
let run: number;
let id: number;
let count = 0;

beforeAll(async () => {
  const settings = { SUNMAP_SECOND_FACTOR: 'optional', SUNMAP_EXPORT_ROWS: '3' };
  app = await startApp({ access: 'enforced', now: () => clock, settings });
  await makeTown(app.db);
  await app.import(POLICY_DATASET, fileOf([{ key: 'KEY-1', lng: 120.61, lat: 31.605, operator: '王某' }]));
  const rows = Array.from({ length: 7 }, (_, index) => `BAD-${index},2020-05-01,much,王某,H${index},120.61,31.605`);
  const [header] = fileOf([]).split('\n');
  await app.import(POLICY_DATASET, [header, ...rows].join('\n'));
  run = (await app.db.query('select max(id) as id from import_run')).rows[0].id;
});
afterAll(() => app.stop());

beforeEach(async () => {
  count += 1;
  const name = `steward-${count}`;
  id = await makeAccount(app, name, { role: 'steward', ...WHOLE, now: clock });
  steward = openBrowserLike(app);
  expect((await steward.ask('POST', '/api/session', { name, password: PASSWORD })).status).toBe(200);
});

const page = (afterLine: number) => steward.ask('POST', '/api/exports/rejections', { run, purpose, afterLine });
const file = () => steward.ask('POST', '/api/exports/records', { filter: { dataset: 'test-policies' }, purpose });
const looks = async () =>
  (await app.db.query(`select count(*)::int as n from audit_entry where action like '%export'`)).rows[0].n;

const ENDINGS: readonly (readonly [string, () => unknown])[] = [
  [
    'has expired',
    () => {
      clock = new Date(clock.getTime() + 31 * 60_000);
    },
  ],
  ['was revoked', () => revokeSessions(app.db, id, clock)],
  [
    'is of an account that was disabled',
    () => app.db.query(`update account set state = 'disabled' where id = $1`, [id]),
  ],
  ['is of an account that was granted something else', () => setGrant(app.db, id, { role: 'leader', ...WHOLE }, clock)],
];

test.each(ENDINGS)('of an export in two parts the second brings no row once the session %s', async (_how, end) => {
  const first = await page(0);
  expect([first.status, first.body.match(/BAD-\d/g)]).toEqual([200, ['BAD-0', 'BAD-1', 'BAD-2']]);
  expect((await file()).body).toContain('KEY-1');
  const before = await looks();
  await end();
  for (const answer of [await page(Number(first.headers.get('x-next-line'))), await file()]) {
    expect([answer.status, Object.keys(answer.body)]).toEqual([401, ['error']]);
    expect(JSON.stringify(answer.body)).not.toMatch(/BAD-|KEY-/);
  }
  expect(await looks()).toBe(before);
});

// Straight in the database: the session stays, the scope is gone from one part to the next.
test.each([
  ['its areas', 'all_areas = false', 200],
  ['its datasets', 'all_datasets = false', 404],
  ['everything', 'all_areas = false, all_datasets = false', 404],
])('when the scope loses %s between two parts, the second has zero rows, never all', async (_what, change, status) => {
  const first = await page(0);
  expect(first.body).toContain('BAD-2');
  await app.db.query(`update account set ${change} where id = $1`, [id]);
  const second = await page(Number(first.headers.get('x-next-line')));
  expect([second.status, second.headers.get('x-next-line')]).toEqual([200, null]);
  expect(linesOf(second.body)).toHaveLength(1);
  // A dataset that is not theirs is as unknown as one that is not there; one without a row of theirs is an empty file.
  const records = await file();
  expect(records.status).toBe(status);
  if (status === 200) expect(linesOf(records.body)).toHaveLength(1);
  expect(JSON.stringify([second.body, records.body])).not.toMatch(/BAD-|KEY-/);
});

const linesOf = (text: string) => text.trimEnd().split('\r\n');

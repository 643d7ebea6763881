import { afterAll, beforeAll, expect, test } from 'vitest';
import { settleEveryDataset } from '../../../server/operator/settle-operators.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { type Answer, type BrowserLike, makeAccount, openBrowserLike, PASSWORD } from '../../support/browser-like.ts';
import { fileOf, makeTown, POLICY_DATASET } from '../../support/town.ts';

// One seller under two spellings, three people, and records that name nobody: how all of it counts before a decision, after it, after
// it was taken back, and after the same file came again.
const A = 'Alpha Builders, LLC';
const B = 'ALPHA BUILDERS';
const house = (key: string, operator: string, lng = 120.61) => ({ key, lng, lat: 31.605, operator });
const HOUSES = [
  ...Array.from({ length: 20 }, (_, i) => house(`A${i}`, 'Alpha Builders')),
  ...Array.from({ length: 16 }, (_, i) => house(`B${i}`, B)),
  ...Array.from({ length: 3 }, (_, i) => house(`F${i}`, '范某')),
  ...Array.from({ length: 2 }, (_, i) => house(`G${i}`, '范某某')),
  ...Array.from({ length: 5 }, (_, i) => house(`N${i}`, '本人')),
  house('E', ''),
  house('W1', '赵某', 120.603),
  house('W2', A.replace(',', ''), 120.603),
];
const TEXT = fileOf(HOUSES);
const D = 'dataset=test-policies';
const EAST = `${D}&level=village&code=320581001201`;

let app: TestApp;
let steward: BrowserLike;
let inspector: BrowserLike;

beforeAll(async () => {
  app = await startApp({ access: 'enforced', settings: { SUNMAP_SECOND_FACTOR: 'optional' } });
  await makeTown(app.db);
  await app.import(POLICY_DATASET, TEXT);
  for (const role of ['steward', 'inspector'] as const) {
    await makeAccount(app, `the-${role}`, { role, allAreas: true, allDatasets: true });
  }
  steward = openBrowserLike(app);
  await steward.ask('POST', '/api/session', { name: 'the-steward', password: PASSWORD });
  inspector = openBrowserLike(app);
  await inspector.ask('POST', '/api/session', { name: 'the-inspector', password: PASSWORD });
});
afterAll(() => app.stop());

const answered = async (asked: Promise<Answer>): Promise<Answer['body']> => {
  const { body, status } = await asked;
  if (status >= 400) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
};
const read = (path: string) => answered(inspector.ask('GET', path));

/** Everything that counts operators, so that nothing is forgotten. */
async function everything() {
  const east = await read(`/api/area?${EAST}`);
  const records = await read(`/api/records?${D}&level=village&area=320581001201&limit=100`);
  const overview = await read(`/api/overview?${D}&level=village`);
  const areas = await read(`/api/areas?${D}&level=village`);
  const points = await read(`/api/points?${D}`);
  const top = east.topOperators[0];
  const filtered = await read(`/api/records?${D}&operator=${top.id}&limit=100`);
  const pointsOfTop = await read(`/api/points?${D}&operator=${top.id}`);
  return {
    east: east.indicators,
    top: east.topOperators,
    unnamed: east.unnamed,
    months: east.months,
    operators: overview.operators,
    areas,
    filtered: filtered.total,
    pointsOfTop: [pointsOfTop.total, new Set(pointsOfTop.operatorIds).size],
    named: points.operatorIds.filter((id: number | null) => id !== null).length,
    written: [...new Set(records.rows.map(({ operator }: { operator: string | null }) => operator))].sort(),
    countsAs: records.rows.filter(({ countsAs }: { countsAs: string | null }) => countsAs !== null).length,
  };
}
let before: Awaited<ReturnType<typeof everything>>;
let decision = 0;

test('names that name nobody are counted as records, and are in nobody’s share', async () => {
  before = await everything();
  expect(before.east).toMatchObject({
    records: 47,
    judged: 41,
    topRecords: 20,
    topOperator: 'Alpha Builders',
    operators: 4,
  });
  expect(before.east.cr1).toBeCloseTo(20 / 41);
  expect(before.unnamed).toEqual([
    { name: '本人', records: 5 },
    { name: null, records: 1 },
  ]);
  const { records, judged, setAside } = before.east;
  expect(records - judged - setAside).toBe(6);
  expect(before.operators).toBe(6);
  expect(before.named).toBe(43);
});

test('the same name in two spellings is proposed with what merging would change; people with alike names are not', async () => {
  const found = await answered(steward.ask('GET', `/api/operator-proposals?${D}`));
  expect(found).toMatchObject({ level: 'village', names: 7, records: 48, open: 2, decided: 0 });
  expect(found.nameless).toEqual([{ name: '本人', records: 5, decided: false }]);
  const [same, form] = found.proposals;
  expect(same).toMatchObject({ kind: 'same-form', records: 36, sharedAreas: 1, sharedAreaNames: ['东村'] });
  expect(same.names.map(({ name }: { name: string }) => name)).toEqual(['Alpha Builders', B]);
  expect(same.effects[0]).toMatchObject({
    code: '320581001201',
    before: { tier: before.east.tier, topRecords: 20, judged: 41 },
    after: { topRecords: 36, judged: 41, topOperator: 'Alpha Builders' },
  });
  expect(form.kind).toBe('legal-form');
  expect(JSON.stringify(found)).not.toContain('范某');
});

test('after a person’s decision everything counts by the one name, and each record shows the name as written', async () => {
  const foreseen = (await answered(steward.ask('GET', `/api/operator-proposals?${D}`))).proposals[0].effects[0].after;
  const [made] = await answered(
    steward.ask('POST', '/api/operator-decisions', {
      dataset: 'test-policies',
      decisions: [{ verdict: 'merge', names: ['Alpha Builders', B], countsAs: 'Alpha Builders' }],
      why: '营业执照同号',
    }),
  );
  decision = made.id;
  expect(made).toMatchObject({ verdict: 'merge', why: '营业执照同号', decidedBy: 'the-steward', undoneAt: null });
  const after = await everything();
  const { tier, judged, topRecords, topOperator, cr1, hhi } = after.east;
  expect({ tier, judged, topRecords, topOperator, cr1, hhi }).toEqual(foreseen);
  expect(after.top[0]).toMatchObject({ name: 'Alpha Builders', records: 36, holders: 36 });
  expect(after.months).toEqual([{ month: '2020-05-01', records: 47, topRecords: 36 }]);
  expect(after).toMatchObject({
    operators: 5,
    filtered: 36,
    pointsOfTop: [36, 1],
    countsAs: 16,
    written: before.written,
  });
  const left = await answered(steward.ask('GET', `/api/operator-proposals?${D}`));
  expect(left).toMatchObject({ open: 1, decided: 1 });
});

test('somebody who sees one village sees there what the others see', async () => {
  await makeAccount(app, 'of-east', {
    role: 'inspector',
    allAreas: false,
    areas: [{ level: 'village', code: '320581001201' }],
    allDatasets: true,
  });
  const local = openBrowserLike(app);
  await local.ask('POST', '/api/session', { name: 'of-east', password: PASSWORD });
  const seen = await answered(local.ask('GET', `/api/area?${EAST}`));
  expect(seen.topOperators[0]).toMatchObject({ name: 'Alpha Builders', records: 36 });
  expect((await answered(local.ask('GET', `/api/operators?${D}`))).names).not.toContain('赵某');
  expect((await local.ask('GET', `/api/operator-proposals?${D}`)).status).toBe(403);
  expect((await local.ask('GET', `/api/operator-decisions?${D}`)).status).toBe(403);
});

test('a decision outlives the operators: they are made anew by the next import and count as before', async () => {
  const was = await everything();
  await app.db.query('delete from record');
  await app.db.query('delete from operator');
  await app.import(POLICY_DATASET, TEXT);
  const withoutIds = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value, (key, part) => (/^id$|OperatorId$/.test(key) ? undefined : part)));
  expect(withoutIds(await everything())).toEqual(withoutIds(was));
});

test('a name that comes with a later file counts by the decision at once', async () => {
  await answered(
    steward.ask('POST', '/api/operator-decisions', {
      dataset: 'test-policies',
      decisions: [{ verdict: 'nobody', names: ['赵某'] }],
      why: '',
    }),
  );
  await app.db.query(`delete from record where key = 'W1'`);
  await app.db.query(`delete from operator where name = '赵某'`);
  await app.import(POLICY_DATASET, TEXT);
  const { rows } = await app.db.query(`select names_nobody from operator where name = '赵某'`);
  expect(rows).toEqual([{ names_nobody: true }]);
  const all = await answered(steward.ask('GET', `/api/operator-decisions?${D}`));
  await answered(steward.ask('DELETE', `/api/operator-decisions?id=${all[0].id}`));
});

test('taken back, everything counts as before, and the decision stays readable', async () => {
  await answered(steward.ask('DELETE', `/api/operator-decisions?id=${decision}`));
  const ids = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value, (key, part) => (/^id$|OperatorId$/.test(key) ? undefined : part)));
  expect(ids(await everything())).toEqual(ids(before));
  const [, first] = await answered(inspector.ask('GET', `/api/operator-decisions?${D}`));
  expect(first).toMatchObject({ id: decision, undoneBy: 'the-steward', names: ['Alpha Builders', B] });
  expect((await steward.ask('DELETE', `/api/operator-decisions?id=${decision}`)).status).toBe(404);
});

test('names that nobody has, merges of one, and unlike names in bulk are refused, and nothing is kept of them', async () => {
  const merge = (names: string[], countsAs = names[0]) => ({ verdict: 'merge', names, countsAs });
  const post = (decisions: unknown[]) =>
    steward.ask('POST', '/api/operator-decisions', { dataset: 'test-policies', decisions, why: '' });
  expect((await post([merge(['Alpha Builders', 'Nobody at all'])])).status).toBe(404);
  expect((await post([merge(['Alpha Builders'])])).status).toBe(400);
  expect((await post([merge(['Alpha Builders', B], '范某')])).status).toBe(400);
  expect((await post([merge(['Alpha Builders', B]), merge(['范某', '范某某'])])).status).toBe(400);
  expect((await inspector.ask('POST', '/api/operator-decisions', {})).status).toBe(403);
  expect(
    (await app.db.query('select count(*)::int as n from operator_decision where undone_at is null')).rows[0].n,
  ).toBe(0);
});

test('decisions and their undoing are in the trace, by number, without a name', async () => {
  const { rows } = await app.db.query(
    `select action, actor_name, after, before from audit_entry where action like 'operator.%' order by seq`,
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'operator.decide',
    'operator.decide',
    'operator.undo',
    'operator.undo',
  ]);
  expect(rows[0].actor_name).toBe('the-steward');
  expect(JSON.stringify(rows.map(({ after, before }) => [after, before]))).not.toContain('Alpha');
});

test('the program brings operators in line with its list of placeholders when it starts', async () => {
  await app.db.query('update operator set names_nobody = false');
  const revision = async () => (await app.db.query('select sum(revision)::int as n from dataset')).rows[0].n;
  const was = await revision();
  await settleEveryDataset(app.db);
  expect((await everything()).east.judged).toBe(41);
  expect(await revision()).toBe(was + 1);
  await settleEveryDataset(app.db);
  expect(await revision()).toBe(was + 1);
});

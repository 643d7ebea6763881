import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportRun } from '../../../geodata/model/import-report.ts';
import { withView } from '../../../server/access/view.ts';
import { EVERYTHING } from '../../../server/db/sight.ts';
import { load } from '../../../server/db/sql.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { fileOf, type House, makeTown, POLICY_DATASET } from '../../support/town.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ audit: true });
  await makeTown(app.db);
  await app.import(POLICY_DATASET, fileOf([house('before', '旧某')]));
});
afterAll(() => app.stop());

const house = (key: string, operator = '王某', lng = 120.61): House => ({ key, lng, lat: 31.605, operator });

async function send(method: string, path: string, body?: unknown) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(app.url + path, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.json() };
}

const ended = async (id: number): Promise<ImportRun> => {
  const run = () => app.get(`/api/import?id=${id}`);
  await expect.poll(async () => (await run()).state, { timeout: 60_000 }).not.toMatch(/running|undoing/);
  return run();
};

async function bring(houses: readonly House[], name: string): Promise<ImportRun> {
  const sent = await fetch(`${app.url}/api/uploads?name=${name}`, { method: 'POST', body: fileOf(houses) });
  const { upload } = await sent.json();
  const { body } = await send('POST', '/api/imports', { upload, dataset: 'test-policies' });
  return ended(body.id);
}

async function undo(id: number): Promise<ImportRun> {
  const { status } = await send('DELETE', `/api/import?id=${id}`);
  expect(status).toBe(202);
  return ended(id);
}

/** Everything that is kept of every record but the line it stood on, and where it lies. */
async function everything(): Promise<unknown> {
  const { rows } = await app.db.query(
    'select county_code, key, content_hash, run_id, line, place_id, grade, happened_on, amount, operator_id, holder, whereabouts, lng, lat, cell, fields from record order by key',
  );
  return rows;
}
const left = async (table: string) => (await app.db.query(`select count(*)::int as rows from ${table}`)).rows[0].rows;

test('an undone import leaves everything as it was before it: what it added goes, what it changed is as it was', async () => {
  const first = await bring([house('a'), house('b'), house('c')], 'first.csv');
  const before = await everything();
  const second = await bring([house('a'), house('b', '赵某', 120.603), house('d')], 'first.csv');
  expect(second.report).toMatchObject({ read: 3, stored: 1, updated: 1, unchanged: 1 });
  expect(await everything()).not.toEqual(before);
  const revision = async () => (await app.db.query('select max(revision) as revision from dataset')).rows[0].revision;
  const raised = await revision();

  const undone = await undo(second.id);
  expect(undone).toMatchObject({ state: 'undone', undoneBy: expect.any(String), undoneAt: expect.any(String) });
  expect(await everything()).toEqual(before);
  expect(await revision()).toBeGreaterThan(raised);
  expect([await left('former_record'), await left('confirmed_batch')]).toEqual([0, 0]);
  const { entries } = await app.get('/api/audit?action=import.undo');
  expect(entries[0]).toMatchObject({ subjectId: `${second.id}`, after: { removed: 1, restored: 1 } });

  const again = await send('DELETE', `/api/import?id=${second.id}`);
  expect(again).toMatchObject({ status: 409, body: { error: expect.stringContaining('undone already') } });
  const redone = await bring([house('a'), house('b', '赵某', 120.603), house('d')], 'first.csv');
  expect(redone.report).toMatchObject({ stored: 1, updated: 1, unchanged: 1 });
  await undo(redone.id);
  await undo(first.id);
});

test('an import whose rows a later one changed or confirmed is not undone: the sentence says which to undo first', async () => {
  const before = await everything();
  const one = await bring([house('a'), house('b')], 'later.csv');
  const changed = await bring([house('a', '孙某')], 'later.csv');
  const confirmed = await bring([house('a', '孙某'), house('b')], 'later.csv');
  expect(confirmed.report).toMatchObject({ stored: 0, updated: 0, unchanged: 2 });
  for (const [earlier, later] of [
    [one, changed],
    [changed, confirmed],
  ] as const) {
    const { status, body } = await send('DELETE', `/api/import?id=${earlier.id}`);
    expect(status).toBe(409);
    expect(body.error).toContain(`Import ${later.id} (later.csv`);
    expect((await app.get(`/api/import?id=${earlier.id}`)).state).toBe('finished');
  }
  for (const { id } of [confirmed, changed, one]) expect((await undo(id)).state).toBe('undone');
  expect(await everything()).toEqual(before);
});

test('two versions of one file: what was added, changed field by field, unchanged, and what the newer one lacks', async () => {
  const first = await bring([house('a'), house('b'), house('c'), house('e')], 'versions.csv');
  const second = await bring([house('a'), house('b', '赵某'), house('d'), house('e')], 'versions.csv');
  const changes = (kind: string, more = '') => app.get(`/api/import/changes?id=${second.id}&kind=${kind}${more}`);
  expect(await changes('changed')).toEqual({
    former: { id: first.id, fileName: 'versions.csv', startedAt: first.startedAt },
    counts: { added: 1, changed: 1, unchanged: 2, missing: 1 },
    kind: 'changed',
    rows: [{ key: 'b', line: 3, fields: [{ name: 'operator', before: '王某', after: '赵某' }] }],
    next: null,
  });
  expect((await changes('added')).rows).toEqual([{ key: 'd', line: 4, fields: [] }]);
  expect((await changes('missing')).rows).toEqual([{ key: 'c', line: 4, fields: [] }]);
  const page = await app.get(`/api/import/changes?id=${first.id}&kind=added&limit=3`);
  expect(page).toMatchObject({ former: null, counts: { added: 4, missing: null }, next: 'c' });
  expect((await app.get(`/api/import/changes?id=${first.id}&kind=added&limit=3&after=c`)).rows).toEqual([
    { key: 'e', line: 5, fields: [] },
  ]);
  // What was missing is told, not deleted.
  expect((await app.get('/api/records?dataset=test-policies')).total).toBe(6);
  await undo(second.id);
  await undo(first.id);
});

test('a restored record lies where it would be placed today', async () => {
  await bring([house('moved')], 'moved.csv');
  const changed = await bring([house('moved', '赵某', 120.603)], 'moved.csv');
  // The second wall holds former versions as it holds records.
  const some = { ...EVERYTHING, allAreas: false };
  for (const table of ['former_record', 'confirmed_batch']) {
    const seen = await withView(app.db, some, ({ db }) => db.query(`select 1 from ${table}`));
    expect(seen.rows).toEqual([]);
  }
  const all = await withView(app.db, EVERYTHING, ({ db }) => db.query('select 1 from former_record'));
  expect(all.rows).toHaveLength(1);
  const { rows } = await app.db.query(
    `update former_record set place_id = 0, grade = null where key = 'moved' returning run_id`,
  );
  expect(rows).toHaveLength(1);
  await undo(changed.id);
  const { rows: where } = await app.db.query(`select place_id, grade from record where key = 'moved'`);
  expect(where).toEqual([{ place_id: expect.any(Number), grade: 'coordinates' }]);
  expect(where[0].place_id).toBeGreaterThan(0);
});

test('all that is kept of a record is kept of its former version, or found anew when it is placed', async () => {
  const columnsOf = async (table: string) =>
    (await app.db.query('select column_name from information_schema.columns where table_name = $1', [table])).rows.map(
      ({ column_name }) => column_name as string,
    );
  const kept = await columnsOf('former_record');
  const placed = load('records/move_batch').text.matchAll(/(\w+) *= entry\.\w+,?$/gm);
  const known = new Set([...kept, ...[...placed].map(([, column]) => column), 'id', 'holder_hash']);
  expect((await columnsOf('record')).filter((column) => !known.has(column))).toEqual([]);
});

test('a file that was imported before is known again by its content, whatever it is called', async () => {
  const houses = [house('known')];
  const run = await bring(houses, 'known.csv');
  const sent = await fetch(`${app.url}/api/uploads?name=other.csv`, { method: 'POST', body: fileOf(houses) });
  const { upload } = await sent.json();
  const { body } = await send('POST', '/api/preview', { upload, dataset: 'test-policies' });
  expect(body.findings[0]).toMatchObject({ id: 'file-imported-before', count: 1, severity: 'warning' });
  expect(body.findings[0].text.en).toContain('known.csv');
  await undo(run.id);
  const after = await send('POST', '/api/preview', { upload, dataset: 'test-policies' });
  expect(after.body.findings.map(({ id }: { id: string }) => id)).not.toContain('file-imported-before');
});

test('the history says who imported what, how it was read, and how large it was', async () => {
  const run = await bring([house('told')], 'told.csv');
  expect(run).toMatchObject({
    startedBy: expect.any(String),
    format: 'csv',
    encoding: 'utf-8',
    choices: {},
    bytesTotal: fileOf([house('told')]).length + 4,
    fileSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    canResume: false,
    undoneAt: null,
  });
});

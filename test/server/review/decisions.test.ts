import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDataset } from '../../../server/dataset/datasets.ts';
import { EVERYTHING } from '../../../server/db/sight.ts';
import { exportDecisions } from '../../../server/review/export-decisions.ts';
import { importDecisions } from '../../../server/review/import-decisions.ts';
import { settleDecisions } from '../../../server/review/settle-decisions.ts';
import { ADDRESS_DATASET, addressFile } from '../../support/addresses.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { openBrowserLike } from '../../support/browser-like.ts';
import { makeTown } from '../../support/town.ts';

// A person decides where addresses lie that no rule could place; what moves, what stays, and how it is taken back.
const EAST = { level: 'village', code: '320581001201' };
const WEST = { level: 'village', code: '320581001202' };
const HOMES = [
  ['a', '东头大树旁12号'],
  ['b', '东头大树旁１２号'],
  ['c', '  东头大树旁12号 '],
  ['d', '河埠头老屋'],
  ['e', '测试镇西村3组'],
  ['f', '测试镇东村陈家宅7号'],
] as const;
let app: TestApp;

beforeAll(async () => {
  app = await startApp();
  await makeTown(app.db);
  await app.import(ADDRESS_DATASET, addressFile(HOMES));
});
afterAll(() => app.stop());

const list = (state = 'open') => app.get(`/api/addresses?dataset=test-addresses&state=${state}`);
const idOf = async (address: string, state = 'open') => {
  const { rows } = await list(state);
  const found = rows.find((row: { address: string }) => row.address === address);
  expect(found, address).toBeDefined();
  return found.id as string;
};
const ask = (method: string, path: string, body?: unknown) => openBrowserLike(app).ask(method, path, body);
const decide = (address: string, what: object, before: number | null = null) =>
  ask('POST', '/api/address/decision', { dataset: 'test-addresses', address, before, ...what });
const undo = (id: number) => ask('DELETE', `/api/address/decision?id=${id}`);

/** Where each record lies, by what, and at which position. */
async function places(): Promise<Record<string, unknown>> {
  const { rows } = await app.db.query(`
    select key, grade, place_problem, lng, lat, cell, area.name
    from record
    left join place_area on place_area.place_id = record.place_id and place_area.level = 'village'
    left join area on area.id = place_area.area_id
    where county_code = '320581'
    order by key`);
  return Object.fromEntries(rows.map(({ key, ...where }) => [key, where]));
}
const villageOf = async (key: string) => ((await places())[key] as { name: string | null }).name;

test('addresses without a place are listed once each, however wide they are written, those of most records first', async () => {
  const { rows, totals } = await list();
  expect(rows.map(({ address, records, problem }: Record<string, unknown>) => [address, records, problem])).toEqual([
    ['东头大树旁12号', 3, 'address-not-matched'],
    ['河埠头老屋', 1, 'address-not-matched'],
  ]);
  expect(totals).toMatchObject({ openAddresses: 2, openRecords: 4, decidedAddresses: 0, decidedToday: 0 });
});

test('a decision moves the records of its address and no others, is counted in its village, and is undone exactly', async () => {
  const before = await places();
  const id = await idOf('东头大树旁12号');
  const { status, body } = await decide(id, { area: EAST });
  expect([status, body.moved]).toEqual([200, 3]);
  const after = await places();
  for (const key of ['a', 'b', 'c']) expect(after[key]).toMatchObject({ name: '东村', grade: 'reviewed' });
  for (const key of ['d', 'e', 'f']) expect(after[key]).toEqual(before[key]);
  const [east] = await app.get('/api/areas?dataset=test-addresses&level=village');
  expect(east).toMatchObject({ name: '东村', records: 4 });
  expect((await list()).totals).toMatchObject({
    openAddresses: 1,
    decidedAddresses: 1,
    decidedRecords: 3,
    decidedToday: 1,
  });
  expect((await undo(body.decision.id)).body).toEqual({ decision: null, moved: 3 });
  expect(await places()).toEqual(before);
});

test('a decision is kept when the file comes again, with other content and other rows', async () => {
  const { body } = await decide(await idOf('东头大树旁12号'), { area: WEST });
  const again = HOMES.map(([key, home]) => [key, home] as const);
  await app.import(ADDRESS_DATASET, addressFile(again));
  expect(await villageOf('a')).toBe('西村');
  const changed = addressFile([...again, ['g', '东头 大树旁12号'], ['h', '东头大树旁12号']]).replaceAll(
    ',100,',
    ',200,',
  );
  expect(await app.import(ADDRESS_DATASET, changed)).toMatchObject({ stored: 2, updated: 6 });
  expect([await villageOf('a'), await villageOf('h'), await villageOf('g')]).toEqual(['西村', '西村', null]);
  await makeTown(app.db);
  expect(await villageOf('a')).toBe('西村');
  expect((await undo(body.decision.id)).body.moved).toBe(4);
  await app.db.query(`delete from record where key in ('g', 'h')`);
});

test('a position gives its village and a hexagon; another decision replaces it, and taken back, it counts again', async () => {
  const id = await idOf('河埠头老屋');
  const first = await decide(id, { position: [120.61, 31.605] });
  expect(first.body.decision).toMatchObject({ outcome: 'position', area: EAST, position: [120.61, 31.605] });
  expect((await places()).d).toMatchObject({ name: '东村', lng: 120.61, lat: 31.605, cell: expect.any(String) });
  const moved = await decide(id, { position: [120.6101, 31.605] }, first.body.decision.id);
  expect(moved.body.moved).toBe(1);
  expect((await decide(id, { area: WEST }, first.body.decision.id)).status).toBe(409);
  const second = await decide(id, { area: WEST }, moved.body.decision.id);
  expect((await places()).d).toMatchObject({ name: '西村', lng: null, cell: null });
  expect((await undo(second.body.decision.id)).body.decision.id).toBe(moved.body.decision.id);
  expect((await places()).d).toMatchObject({ name: '东村', lng: 120.6101 });
  expect((await undo(first.body.decision.id)).status).toBe(404);
  await undo(moved.body.decision.id);
  await undo(first.body.decision.id);
  expect((await places()).d).toMatchObject({ name: null, grade: null });
  expect((await decide(id, { position: [0, 0] })).status).toBe(400);
});

test('what cannot be placed is kept aside with its reason', async () => {
  const { body } = await decide(await idOf('河埠头老屋'), { nowhere: '只有地标' });
  expect(body).toMatchObject({ moved: 0, decision: { outcome: 'nowhere', reason: '只有地标', area: null } });
  expect((await list()).rows).toHaveLength(1);
  expect((await list('aside')).rows).toMatchObject([{ address: '河埠头老屋', decisionId: body.decision.id }]);
  const detail = await app.get(`/api/address?dataset=test-addresses&address=${await idOf('河埠头老屋', 'aside')}`);
  expect(detail).toMatchObject({
    records: 1,
    decision: { reason: '只有地标' },
    samples: [{ key: 'd', address: '***' }],
  });
  await undo(body.decision.id);
});

test('a learnt name places other addresses, is warned about where it would make some ambiguous, and is taken back with its decision', async () => {
  await app.import(ADDRESS_DATASET, addressFile([...HOMES, ['k', '东头大树旁40号'], ['l', '测试镇东头5组']]));
  const before = await places();
  const id = await idOf('东头大树旁12号');
  const asked = (name: string) =>
    app.get(
      `/api/address/alias?dataset=test-addresses&address=${id}&level=village&code=${EAST.code}&alias=${encodeURIComponent(name)}`,
    );
  expect(await asked('东头大树旁')).toMatchObject({ placed: { addresses: 1, records: 1 }, ambiguous: { records: 0 } });
  const { body } = await decide(id, { area: EAST, alias: '东头' });
  expect(body).toMatchObject({ moved: 5, decision: { alias: '东头' } });
  expect([await villageOf('a'), await villageOf('l'), await villageOf('k')]).toEqual(['东村', '东村', '东村']);
  expect(await app.get('/api/address/aliases')).toMatchObject([{ ...EAST, alias: '东头', name: '东村' }]);
  const shared = await app.get(
    `/api/address/alias?dataset=test-addresses&address=${id}&level=village&code=${WEST.code}&alias=${encodeURIComponent('东头')}`,
  );
  expect(shared).toMatchObject({ ambiguous: { addresses: 2, records: 2 }, sharedWith: [EAST] });
  expect((await decide(id, { area: EAST, alias: '西头' }, body.decision.id)).status).toBe(400);
  await undo(body.decision.id);
  expect(await places()).toEqual(before);
  expect(await app.get('/api/address/aliases')).toEqual([]);
  await app.db.query(`delete from record where key in ('k', 'l')`);
});

test('a learnt name outlives a new file of areas, until it is taken back by itself', async () => {
  const { body } = await decide(await idOf('东头大树旁12号'), { area: EAST, alias: '大树旁' });
  await makeTown(app.db);
  expect(await app.get('/api/address/aliases')).toHaveLength(1);
  const gone = await ask(
    'DELETE',
    `/api/address/alias?level=village&code=${EAST.code}&alias=${encodeURIComponent('大树旁')}`,
  );
  expect(gone.status).toBe(200);
  expect(await app.get('/api/address/aliases')).toEqual([]);
  expect((await undo(body.decision.id)).status).toBe(200);
});

test('the same words from the office of another county are another address', async () => {
  await app.db.query(`
    insert into record (county_code, dataset_id, key, run_id, line, content_hash, place_id, grade, place_problem, set_aside, whereabouts, fields)
    select '320582', dataset_id, key, run_id, line, content_hash, 0, null, 'address-not-matched', false, whereabouts, '{}' from record where key = 'a'`);
  const { rows } = await list();
  const [ours, theirs] = rows.filter(({ address }: { address: string }) => address === '东头大树旁12号');
  expect([ours.countyCode, ours.records, theirs.countyCode, theirs.records]).toEqual(['320581', 3, '320582', 1]);
  const { body } = await decide(ours.id, { area: EAST });
  expect(body.moved).toBe(3);
  const still = (await list()).rows.find((row: { countyCode: string }) => row.countyCode === '320582');
  expect(still).toMatchObject({ id: theirs.id, records: 1, decisionId: null });
  await makeTown(app.db);
  expect((await list()).rows.some((row: { id: string }) => row.id === theirs.id)).toBe(true);
  await undo(body.decision.id);
  await app.db.query(`delete from record where county_code = '320582'`);
});

test('decisions go to a file and come back from it, once, whatever stands beside them', async () => {
  const before = await places();
  const ids = [await idOf('东头大树旁12号'), await idOf('河埠头老屋')];
  const first = await decide(ids[0] as string, { area: EAST, alias: '东头' });
  const second = await decide(ids[1] as string, { position: [120.603, 31.605] });
  const after = await places();
  const { text, rows } = await exportDecisions(app.db);
  expect(rows).toBe(2);
  await undo(second.body.decision.id);
  await undo(first.body.decision.id);
  expect(await places()).toEqual(before);
  const take = (content: string) =>
    importDecisions(
      app.db,
      {
        name: 'decisions.csv',
        bytes: (async function* () {
          yield new TextEncoder().encode(content);
        })(),
      },
      { by: '李四', now: new Date(), onDecided: async () => {} },
    );
  expect(await take(text)).toMatchObject({ read: 2, decided: 2, unchanged: 0, moved: 4, rejected: [] });
  expect(await places()).toEqual(after);
  expect(await app.get('/api/address/aliases')).toMatchObject([{ ...EAST, alias: '东头' }]);
  const wrong = `${text}320581,别处,area,village,999999999999,,,,,,\r\n`;
  const again = await take(wrong);
  expect(again).toMatchObject({ read: 3, decided: 0, unchanged: 2, moved: 0, rejected: [{ line: 4 }] });
  const { rows: left } = await app.get('/api/address/decisions');
  for (const { id } of left) await undo(id);
  expect(await places()).toEqual(before);
});

test('a decision that is made while an import runs holds for its rows', async () => {
  const id = await idOf('河埠头老屋');
  const startedAt = new Date();
  const { body } = await decide(id, { area: EAST });
  await app.db.query(
    `update record set place_id = 0, grade = null, place_problem = 'address-not-matched' where key = 'd'`,
  );
  const declared = await findDataset(app.db, 'test-addresses', EVERYTHING);
  await settleDecisions(app.db, declared, startedAt);
  expect(await villageOf('d')).toBe('东村');
  await undo(body.decision.id);
});

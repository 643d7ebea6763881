import { afterAll, beforeAll, expect, test } from 'vitest';
import { cellAt } from '../../../geodata/h3/cells.ts';
import type { AuditEntry } from '../../../geodata/model/trace.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { fileOf, makeTown, POLICY_DATASET } from '../../support/town.ts';

let app: TestApp;
const village = 'dataset=test-policies&level=village';

beforeAll(async () => {
  app = await startApp({ audit: true });
  await makeTown(app.db);
  await app.import(
    POLICY_DATASET,
    fileOf([
      { key: 'A', lng: 120.61, lat: 31.605, operator: '赵某' },
      { key: 'B', lng: 120.603, lat: 31.605, operator: '王某' },
    ]),
  );
});
afterAll(() => app.stop());

const ask = (path: string, init?: RequestInit) => fetch(app.url + path, init);
const post = (path: string, body: unknown) =>
  ask(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
const newest = async (): Promise<AuditEntry> => (await app.get('/api/audit?limit=1&before=999999999')).entries[0];
const upload = async (name: string, body: string): Promise<string> =>
  (await (await ask(`/api/uploads?name=${name}`, { method: 'POST', body })).json()).upload;

test.each([
  [`/api/area?${village}&code=320581001201`, 'area.view', { areaLevel: 'village', areaCode: '320581001201' }],
  [
    `/api/records?${village}&area=320581001201&limit=5`,
    'record.list',
    { areaCode: '320581001201', subjectKind: 'dataset', subjectId: 'test-policies', after: { shown: 1, limit: 5 } },
  ],
  ['/api/records?dataset=test-policies&operator=1', 'record.list', { subjectKind: 'operator', subjectId: '1' }],
  ['/api/points?dataset=test-policies', 'record.locate', { after: { shown: 2 } }],
  ['/api/audit?text=nobody', 'audit.search', { after: { text: 'nobody' } }],
  ['/api/audit/verify?whole=yes', 'audit.verify', { after: { fault: null } }],
])('%s leaves the entry %s', async (path, action, expected) => {
  expect((await ask(path)).status).toBe(200);
  expect(await newest()).toMatchObject({
    action,
    actorKind: 'public',
    actorId: null,
    address: '127.0.0.1',
    ...expected,
  });
});

test.each([
  `/api/areas?${village}`,
  `/api/overview?${village}`,
  '/api/cells?dataset=test-policies&resolution=9',
  `/api/cell?dataset=test-policies&cell=${cellAt([120.61, 31.605])}`,
  '/api/boundaries?level=village',
  '/api/datasets',
  '/api/search?q=%E4%B8%9C%E6%9D%91',
  '/api/imports',
  '/api/health',
])('%s shows sums, and leaves none', async (path) => {
  const { seq } = await newest();
  expect((await ask(path)).status).toBe(200);
  expect((await newest()).seq).toBe(seq);
});

test('a look that was refused or went nowhere leaves no entry', async () => {
  const { seq } = await newest();
  for (const path of ['/api/records?dataset=nothing', '/api/records?dataset=test-policies&limit=0']) {
    expect((await ask(path)).status).toBeGreaterThanOrEqual(400);
  }
  expect((await newest()).seq).toBe(seq);
});

test('a dataset that is declared is entered with how it was before', async () => {
  const mapping = { id: 'loans', title: { zh: '贷款', en: 'Loans' }, key: ['id'], operator: 'Lender' };
  const place = { areaCode: 'Zip', level: 'zip' };
  expect((await post('/api/datasets', { ...mapping, place })).status).toBe(201);
  expect(await newest()).toMatchObject({ action: 'dataset.declare', subjectId: 'loans', before: null });
  await post('/api/datasets', { ...mapping, operator: 'Bank', place });
  expect(await newest()).toMatchObject({ before: { operator: 'Lender' }, after: { operator: 'Bank' } });
  const { seq } = await newest();
  expect((await post('/api/datasets', { ...mapping, id: 'house-insurance', place })).status).toBe(409);
  expect((await newest()).seq).toBe(seq);
});

test('an import is entered when it comes, starts and ends, with counts and no row of it', async () => {
  const csv = fileOf([{ key: 'SECRET-KEY', lng: 120.61, lat: 31.605, operator: '钱某某某' }]);
  const handle = await upload('more.csv', csv);
  expect(await newest()).toMatchObject({ action: 'file.upload', after: { file: 'more.csv', kind: 'records' } });
  await post('/api/preview', { upload: handle, dataset: 'test-policies' });
  expect(await newest()).toMatchObject({ action: 'file.preview', subjectId: handle, after: { rows: 1, shown: 1 } });
  const { id } = await (await post('/api/imports', { upload: handle, dataset: 'test-policies' })).json();
  await expect.poll(async () => (await newest()).action, { timeout: 30_000 }).toBe('import.end');
  await app.get(`/api/import/changes?id=${id}&kind=added`);
  expect((await ask(`/api/import?id=${id}`, { method: 'DELETE' })).status).toBe(202);
  await expect.poll(async () => (await newest()).action, { timeout: 30_000 }).toBe('import.undo');
  const { entries } = await app.get(`/api/audit?subjectKind=import&subject=${id}`);
  expect(entries).toMatchObject([
    { action: 'import.undo', after: { removed: 1, restored: 0 } },
    { action: 'import.compare', after: { kind: 'added', rows: 1 } },
    {
      action: 'import.end',
      after: { state: 'finished', read: 1, stored: 1, sha256: expect.stringMatching(/^\w{64}$/) },
    },
    { action: 'import.start', after: { dataset: 'test-policies', file: 'more.csv', synthetic: false } },
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/SECRET-KEY|钱某/);
});

test('areas that are loaded are entered', async () => {
  const features = [{ type: 'Feature', properties: { no: 7, title: 'Seven' }, geometry: null }];
  const handle = await upload('squares.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
  await post('/api/areas', { upload: handle, level: 'square', codeField: 'no', nameField: 'title' });
  expect(await newest()).toMatchObject({
    action: 'area.load',
    subjectKind: 'level',
    subjectId: 'square',
    after: { source: 'squares.geojson', read: 1, stored: 1 },
  });
});

test('control characters and formulas stay data: in the entry as they came, in the export harmless', async () => {
  const name = '=cmd\r\n\u001b[31m2026-01-01 admin signed in\u0000.csv';
  // The server refuses such an address at the door; what comes in by another way must be as harmless.
  expect((await ask(`/api/uploads?name=${encodeURIComponent(name)}`, { method: 'POST', body: 'a' })).status).toBe(400);
  await app.trace.look({
    actor: { kind: 'public', id: null, name: 'x' },
    action: 'file.upload',
    after: { file: name },
  });
  expect((await newest()).after).toMatchObject({ file: name.replace('\0', '\u2400') });
  await app.trace.look({
    actor: { kind: 'account', id: '7', name: '=HYPERLINK("http://x")\r\nforged,line \ud800' },
    action: 'sign-in.fail',
  });
  const csv = await (await post('/api/exports/audit', { filter: { actor: '7' }, purpose: '核对日志' })).text();
  expect(csv).toContain(`"'=HYPERLINK(""http://x"")\r\nforged,line \ufffd"`);
  expect(csv.split(/^\d+,/m)).toHaveLength(2);
  expect((await app.get('/api/audit/verify?whole=yes')).verdict.fault).toBeNull();
});

test('entries are found by time, actor, action, subject, area and text, page by page', async () => {
  const find = async (query: string) => (await app.get(`/api/audit?${query}`)).entries as AuditEntry[];
  expect(await find('until=2020-01-01')).toEqual([]);
  expect((await find('from=2020-01-01T00:00:00%2B08:00&action=area.view'))[0]).toMatchObject({ action: 'area.view' });
  expect(await find('kind=account&action=sign-in.fail')).toHaveLength(1);
  expect((await find('level=village&area=320581001201')).every(({ areaCode }) => areaCode === '320581001201')).toBe(
    true,
  );
  expect((await find('text=SQUARES.geojson')).map(({ action }) => action)).toContain('area.load');
  const all = await find('limit=200&before=999999999');
  const paged: AuditEntry[] = [];
  for (let before: number | null = 999_999_999; before !== null; ) {
    const page = await app.get(`/api/audit?limit=7&before=${before}`);
    paged.push(...page.entries);
    before = page.next;
  }
  expect(paged.map(({ seq }) => seq)).toEqual(all.map(({ seq }) => seq));
  for (const wrong of ['from=yesterday', 'action=fly', 'limit=1000', 'text=%00', 'colour=red']) {
    expect((await ask(`/api/audit?${wrong}`)).status, wrong).toBe(400);
  }
  for (const text of ["' or 1=1 --", '%', '_', '\\'])
    expect(await find(`text=${encodeURIComponent(text)}x7`)).toEqual([]);
});

test('the state of the chain goes on from where it was, and finds what was changed since', async () => {
  const whole = await app.get('/api/audit/verify?whole=yes');
  expect(whole).toMatchObject({ from: 1, verdict: { fault: null } });
  const next = await app.get('/api/audit/verify');
  expect(next.from).toBe(whole.verdict.last.seq);
  expect(next.verdict.checked).toBe(2);
  await app.db.query(`update audit_entry set address = '10.9.9.9' where seq = 3`);
  expect((await app.get('/api/audit/verify?whole=yes')).verdict.fault).toMatchObject({ kind: 'changed', seq: 3 });
  expect((await app.get('/api/audit/verify')).verdict.fault).toMatchObject({ seq: 3 });
  await app.db.query(`update audit_entry set address = '127.0.0.1' where seq = 3`);
  expect((await app.get('/api/audit/verify')).verdict.fault).toBeNull();
});

test('what cannot be entered is not shown', async () => {
  await app.db.query('alter table audit_head rename to audit_head_away');
  try {
    for (const path of [`/api/records?${village}`, `/api/area?${village}&code=320581001201`]) {
      const response = await ask(path);
      expect(response.status, path).toBe(500);
      expect(await response.text()).not.toContain('王');
    }
    for (const [path, body] of [
      ['/api/exports/records', { filter: { dataset: 'test-policies' }, purpose: '核查线索' }],
      ['/api/reveal', { dataset: 'test-policies', keys: ['A'], purpose: '核查线索' }],
    ] as const) {
      const response = await post(path, body);
      expect(response.status, path).toBe(500);
      expect(await response.text()).not.toContain('王');
    }
    const mapping = { id: 'unseen', title: 'x', key: ['id'], operator: 'o', place: { areaCode: 'Zip', level: 'zip' } };
    expect((await post('/api/datasets', mapping)).status).toBe(500);
  } finally {
    await app.db.query('alter table audit_head_away rename to audit_head');
  }
  const declared = await app.get('/api/datasets');
  expect(declared.map(({ dataset }: { dataset: { id: string } }) => dataset.id)).not.toContain('unseen');
});

test('the audit log cannot be read where it was not asked for', async () => {
  const other = await startApp();
  try {
    for (const path of ['/api/audit', '/api/audit/verify']) {
      expect((await fetch(other.url + path)).status).toBe(404);
    }
  } finally {
    await other.stop();
  }
});

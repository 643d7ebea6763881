import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditEntry } from '../../../geodata/model/trace.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { fileOf, makeTown, POLICY_DATASET } from '../../support/town.ts';

const PURPOSE = '核查线索 2026-17 号';
const DATASET = {
  ...POLICY_DATASET,
  fields: [
    { id: 'phone', column: 'phone', title: { zh: '电话', en: 'Phone' }, type: 'text', sensitivity: 2 },
    {
      id: 'identity',
      column: 'identity',
      title: { zh: '身份证号', en: 'Identity number' },
      type: 'text',
      sensitivity: 3,
    },
  ],
} as const;

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ settings: { SUNMAP_EXPORT_ROWS: '3' }, audit: true });
  await makeTown(app.db);
  const [header, ...rows] = fileOf([
    { key: 'A', lng: 120.61, lat: 31.605, operator: '王某' },
    { key: 'B', lng: 120.603, lat: 31.605, operator: '赵某' },
    { key: 'C', lng: 120.603, lat: 31.605, operator: '赵某' },
    { key: 'D', lng: 120.61, lat: 31.605, operator: '赵某' },
  ]).split('\n');
  const withPersons = rows.map((row) => `${row},13912345678,320581199001011234`);
  await app.import(DATASET, [`${header},phone,identity`, ...withPersons].join('\n'));
});
afterAll(() => app.stop());

const post = (path: string, body: unknown) =>
  fetch(app.url + path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
const exportOf = (filter: object, purpose: unknown = PURPOSE) =>
  post('/api/exports/records', { filter: { dataset: 'test-policies', ...filter }, purpose });
/** The newest entries, without this look being one. */
const newest = async (limit = 1): Promise<AuditEntry[]> =>
  (await app.get(`/api/audit?limit=${limit}&before=999999999`)).entries;
const IN_WEST = { level: 'village', area: '320581001202' };

test('a file carries who took it on every row, and its hash is in the trace', async () => {
  const response = await exportOf(IN_WEST);
  expect(response.status).toBe(200);
  const bytes = Buffer.from(await response.arrayBuffer());
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(response.headers.get('content-disposition')).toContain(sha256.slice(0, 12));
  expect(response.headers.get('repr-digest')).toBe(`sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`);
  const [entry] = (await newest()) as [AuditEntry];
  expect(entry).toMatchObject({
    action: 'record.export',
    purpose: PURPOSE,
    areaCode: '320581001202',
    after: { shown: 2, sha256 },
  });
  const { export: number } = entry.after as { export: string };
  const [header, ...rows] = bytes.toString().trimEnd().split('\r\n');
  expect(header).toMatch(/^\uFEFF编号 key,.*水印 watermark$/);
  expect(rows).toHaveLength(2);
  for (const row of rows) expect(row).toContain(`阳光图导出 ${number} · 公众 public · 20`);
});

test('persons leave masked, and what is secret not at all', async () => {
  const text = await (await exportOf(IN_WEST)).text();
  expect(text).toContain('139****');
  expect(text).not.toMatch(/13912345678|3205811990|身份证|H-B/);
});

test.each([[undefined], [''], ['查'], ['   查   '], ['长'.repeat(201)], [7]])(
  'nothing leaves for the purpose %j',
  async (purpose) => {
    const before = await newest();
    expect((await post('/api/exports/records', { filter: { dataset: 'test-policies' }, purpose })).status).toBe(400);
    expect((await post('/api/exports/rejections', { run: 1, purpose })).status).toBe(400);
    expect((await post('/api/reveal', { dataset: 'test-policies', keys: ['A'], purpose })).status).toBe(400);
    expect((await newest())[0]?.seq).toBe(before[0]?.seq);
  },
);

test('more rows than one file may hold are refused, with how many there are', async () => {
  const response = await exportOf({});
  expect(response.status).toBe(422);
  expect((await response.json()).error).toMatch(/4 条.*3 条/);
});

test('a record is shown in plain for a purpose, and each one is an entry of its own', async () => {
  const response = await post('/api/reveal', {
    dataset: 'test-policies',
    keys: ['A', 'B', 'unknown'],
    purpose: PURPOSE,
  });
  const { rows } = await response.json();
  expect(
    rows.map(({ key, holder, fields }: { key: string; holder: string; fields: object }) => ({ key, holder, fields })),
  ).toEqual(
    ['A', 'B'].map((key) => ({
      key,
      holder: `H-${key}`,
      fields: { phone: '13912345678', identity: '320581199001011234' },
    })),
  );
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  const entries = await newest(2);
  expect(
    entries.map(({ action, subjectKind, subjectId, purpose }) => [action, subjectKind, subjectId, purpose]),
  ).toEqual(['B', 'A'].map((key) => ['person.reveal', 'record', key, PURPOSE]));
  expect(JSON.stringify(entries)).not.toContain('13912345678');
});

test('more than fifty people are not looked at one by one', async () => {
  const keys = Array.from({ length: 51 }, (_, index) => `${index}`);
  expect((await post('/api/reveal', { dataset: 'test-policies', keys, purpose: PURPOSE })).status).toBe(400);
});

test('rejected rows come as they were, so many at a time, and none is lost between two files', async () => {
  const rows = Array.from({ length: 7 }, (_, index) => `R${index},2020-05-01,much,王某,H${index},120.61,31.605,,`);
  const report = await app.import(
    DATASET,
    ['policy,signed,premium,seller,household,lng,lat,phone,identity', ...rows].join('\n'),
  );
  expect(report.rejected).toEqual({ 'amount-not-a-number': 7 });
  const [{ id: run }] = await app.get('/api/imports');
  const found: string[] = [];
  for (let afterLine: number | null = 0; afterLine !== null; ) {
    const response = await post('/api/exports/rejections', { run, purpose: PURPOSE, afterLine });
    expect(response.status).toBe(200);
    found.push(...[...(await response.text()).matchAll(/R\d/g)].map(([key]) => key));
    const next = response.headers.get('x-next-line');
    afterLine = next === null ? null : Number(next);
  }
  expect(found).toEqual(rows.map((row) => row.slice(0, 2)));
});

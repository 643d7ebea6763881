import { afterAll, beforeAll, expect, test } from 'vitest';
import { decodeCells } from '../../../geodata/h3/cell-columns.ts';
import { cellAt } from '../../../geodata/h3/cells.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { fileOf, makeTown, POLICY_DATASET } from '../../support/town.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await makeTown(app.db);
  await app.import(
    POLICY_DATASET,
    fileOf([
      { key: '=cmd', lng: 120.61, lat: 31.605, operator: '=HYPERLINK("http://x")' },
      { key: 'B', lng: 120.603, lat: 31.605, operator: '王某' },
    ]),
  );
});
afterAll(() => app.stop());

const ask = (path: string, init?: RequestInit) => fetch(app.url + path, init);
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });

test.each([
  ['/api/areas?dataset=test-policies', 400, 'level'],
  ['/api/areas?dataset=nothing&level=village', 404, 'no dataset'],
  ['/api/areas?dataset=test-policies&level=planet', 404, 'planet'],
  ['/api/areas?dataset=test-policies&level=village&from=yesterday', 400, 'from'],
  ['/api/areas?dataset=test-policies&level=village&from=2021-01-01&until=2021-01-01', 400, 'empty'],
  ['/api/areas?dataset=test-policies&level=village&colour=red', 400, 'colour'],
  ['/api/area?dataset=test-policies&level=village&code=0', 404, 'no area'],
  ['/api/cells?dataset=test-policies&resolution=3', 400, 'resolution'],
  ['/api/cell?dataset=test-policies&cell=xyz', 400, 'cell'],
  ['/api/records?dataset=test-policies&limit=100000', 400, 'limit'],
  ['/api/records?dataset=test-policies&area=320581001201', 400, 'level'],
  ["/api/records?dataset=test-policies&sort=date';drop table record", 400, 'sort'],
  ['/api/import?id=999999', 404, 'no import'],
  ['/api/nothing', 404, 'no such address'],
])('%s is the caller’s mistake: %i, and it says “%s”', async (path, status, word) => {
  const response = await ask(path);
  expect(response.status).toBe(status);
  expect((await response.json()).error).toContain(word);
});

test('another site’s page can change nothing', async () => {
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'http://elsewhere.example' }]) {
    const response = await post('/api/datasets', {}, headers as Record<string, string>);
    expect(response.status).toBe(403);
  }
});

test('every answer forbids scripts and frames from elsewhere, and says no more of the server than it must', async () => {
  const { headers } = await ask('/api/health');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-powered-by')).toBeNull();
});

test('cells travel as columns and are not sent twice', async () => {
  const response = await ask('/api/cells?dataset=test-policies&resolution=9');
  const cells = decodeCells(await response.arrayBuffer());
  expect([...cells.cells].sort()).toEqual([cellAt([120.603, 31.605]), cellAt([120.61, 31.605])].sort());
  expect([...(cells.columns.records ?? [])]).toEqual([1, 1]);
  const again = await ask('/api/cells?dataset=test-policies&resolution=9', {
    headers: { 'if-none-match': response.headers.get('etag') ?? '', 'cache-control': 'max-age=0' },
  });
  expect(again.status).toBe(304);
});

test('boundaries are GeoJSON with a name that changes with them', async () => {
  const response = await ask('/api/boundaries?level=village');
  expect(response.headers.get('content-type')).toContain('application/geo+json');
  const { features } = await response.json();
  expect(features.map(({ properties }: { properties: { code: string } }) => properties.code)).toEqual([
    '320581001201',
    '320581001202',
  ]);
  const again = await ask('/api/boundaries?level=village', {
    headers: { 'if-none-match': response.headers.get('etag') ?? '', 'cache-control': 'max-age=0' },
  });
  expect(again.status).toBe(304);
});

test('an export cannot become a formula, and masks persons', async () => {
  const filter = { dataset: 'test-policies' };
  const text = await (await post('/api/exports/records', { filter, purpose: '核对导出文件' })).text();
  expect(text).toContain("'=cmd");
  expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(text).not.toContain('H-B');
});

test('areas are found by name, pinyin and code', async () => {
  for (const q of ['东村', 'dongcun', '320581001201']) {
    const [hit] = await app.get(`/api/search?q=${encodeURIComponent(q)}`);
    expect(hit, q).toMatchObject({ code: '320581001201', name: '东村', parentName: '测试镇' });
  }
  expect(await app.get('/api/search?q=%25')).toEqual([]);
});

test('a file goes in through the page’s door: preview, import, report, rejected rows', async () => {
  const csv =
    'policy,signed,premium,seller,household,lng,lat\nC1,2020-06-01,50,赵某,H1,120.61,31.605\nC2,2020-06-01,much,赵某,H2,120.61,31.605\n';
  const preview = await (await ask('/api/uploads?name=more.csv', { method: 'POST', body: csv })).json();
  expect(preview).toMatchObject({ kind: 'records', encoding: 'utf-8', delimiter: ',', suggested: 'test-policies' });
  expect(preview.rows[0]).toContain('赵某');
  const started = await post('/api/imports', { upload: preview.upload, dataset: 'test-policies' });
  expect(started.status).toBe(202);
  const { id } = await started.json();
  await expect.poll(async () => (await app.get(`/api/import?id=${id}`)).state, { timeout: 30_000 }).toBe('finished');
  expect((await app.get(`/api/import?id=${id}`)).report).toMatchObject({
    read: 2,
    stored: 1,
    rejected: { 'amount-not-a-number': 1 },
  });
  expect(await (await post('/api/exports/rejections', { run: id, purpose: '改正后重新导入' })).text()).toContain(
    'C2,2020-06-01,much',
  );
  expect((await post('/api/imports', { upload: preview.upload, dataset: 'test-policies' })).status).toBe(404);
});

test('a file without the columns of its dataset fails with a sentence that names them', async () => {
  const preview = await (await ask('/api/uploads?name=other.csv', { method: 'POST', body: 'a,b\n1,2\n' })).json();
  const { id } = await (await post('/api/imports', { upload: preview.upload, dataset: 'test-policies' })).json();
  await expect.poll(async () => (await app.get(`/api/import?id=${id}`)).state, { timeout: 30_000 }).toBe('failed');
  expect((await app.get(`/api/import?id=${id}`)).error).toContain('policy');
});

test('areas come in through the page’s door too', async () => {
  const ring = [
    [120.6, 31.62],
    [120.61, 31.62],
    [120.61, 31.63],
    [120.6, 31.63],
    [120.6, 31.62],
  ];
  const features = [
    { type: 'Feature', properties: { no: 7, title: 'Seven' }, geometry: { type: 'Polygon', coordinates: [ring] } },
  ];
  const body = JSON.stringify({ type: 'FeatureCollection', features });
  const preview = await (await ask('/api/uploads?name=squares.geojson', { method: 'POST', body })).json();
  expect(preview).toMatchObject({ kind: 'areas', columns: ['no', 'title'] });
  const response = await post('/api/areas', {
    upload: preview.upload,
    level: 'square',
    codeField: 'no',
    nameField: 'title',
  });
  expect(await response.json()).toMatchObject({ read: 1, stored: 1, rejected: {} });
  expect(await app.get('/api/search?q=seven')).toMatchObject([{ level: 'square', code: '7' }]);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeCells } from '../../../geodata/h3/cell-columns.ts';
import { cellAt } from '../../../geodata/h3/cells.ts';
import { withView } from '../../../server/access/view.ts';
import { EVERYTHING, NOTHING_SEEN, type Sight } from '../../../server/db/sight.ts';
import { sql } from '../../../server/db/sql.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { type BrowserLike, makeAccount, openBrowserLike, PASSWORD } from '../../support/browser-like.ts';
import { fileOf, makeTown, POLICY_DATASET } from '../../support/town.ts';

const EAST = { lng: 120.61, lat: 31.605 };
const WEST = { lng: 120.603, lat: 31.605 };
const OTHER_DATASET = { ...POLICY_DATASET, id: 'other-policies' };
const Q = 'dataset=test-policies&level=village';

let app: TestApp;
/** Sees 东村 of one dataset. */
let east: BrowserLike;
/** Sees everything. */
let all: BrowserLike;
/** Sees nothing: no area and no dataset was given. */
let none: BrowserLike;
let eastSteward: BrowserLike;
let eastSight: Sight;
let westId: number;
let datasetId: number;

async function signIn(name: string): Promise<BrowserLike> {
  const browser = openBrowserLike(app);
  expect((await browser.ask('POST', '/api/session', { name, password: PASSWORD })).status).toBe(200);
  return browser;
}

beforeAll(async () => {
  app = await startApp({ access: 'enforced', settings: { SUNMAP_SECOND_FACTOR: 'optional' } });
  await makeTown(app.db);
  const houses = [
    { key: 'E1', ...EAST, operator: '东某' },
    { key: 'E2', ...EAST, operator: '东某' },
    { key: 'W1', ...WEST, operator: '西某' },
    { key: 'N1', lng: null, lat: null, operator: '无某' },
  ];
  await app.import(POLICY_DATASET, fileOf(houses));
  await app.import(OTHER_DATASET, fileOf(houses));
  const areas = [{ level: 'village', code: '320581001201' }];
  const scope = { allAreas: false, areas, allDatasets: false, datasets: ['test-policies'] };
  await makeAccount(app, 'east', { role: 'inspector', ...scope });
  await makeAccount(app, 'east-steward', { role: 'steward', ...scope });
  await makeAccount(app, 'all', { role: 'inspector', allAreas: true, allDatasets: true });
  await makeAccount(app, 'none', { role: 'inspector' });
  east = await signIn('east');
  eastSteward = await signIn('east-steward');
  all = await signIn('all');
  none = await signIn('none');
  const ids = new Map((await sql(app.db, 'areas/list', { level: 'village' })).map(({ code, id }) => [code, id]));
  westId = ids.get('320581001202') as number;
  const [dataset] = await sql(app.db, 'datasets/list', { ...EVERYTHING, code: 'test-policies' });
  datasetId = dataset?.id as number;
  const scopeAreas = [ids.get('320581001201') as number];
  eastSight = { allAreas: false, scopeAreas, allDatasets: false, scopeDatasets: [datasetId] };
});
afterAll(() => app.stop());

const bodyOf = async (browser: BrowserLike, path: string) => {
  const answer = await browser.ask('GET', path);
  expect(answer.status, path).toBe(200);
  return answer.body;
};

describe('whoever may see one village of one dataset', () => {
  test('sees its records, and counts no others', async () => {
    const { total, rows } = await bodyOf(east, '/api/records?dataset=test-policies');
    expect(total).toBe(2);
    expect(rows.map(({ key }: { key: string }) => key).sort()).toEqual(['E1', 'E2']);
    expect((await bodyOf(east, '/api/points?dataset=test-policies')).total).toBe(2);
    expect((await bodyOf(all, '/api/records?dataset=test-policies')).total).toBe(4);
  });

  test('sees its indicators only, whoever asked before', async () => {
    const codes = async (who: BrowserLike) =>
      (await bodyOf(who, `/api/areas?${Q}`)).map(({ code }: { code: string }) => code);
    expect(await codes(all)).toHaveLength(2);
    expect(await codes(east)).toEqual(['320581001201']);
    expect(await codes(all)).toHaveLength(2);
    expect(await codes(none).catch(() => 'refused')).toBe('refused');
  });

  test('is not told what lies nowhere or elsewhere', async () => {
    expect(await bodyOf(all, `/api/overview?${Q}`)).toMatchObject({ records: 4, operators: 3, unplaced: 1 });
    expect(await bodyOf(east, `/api/overview?${Q}`)).toMatchObject({
      records: 2,
      operators: 1,
      unplaced: null,
      outside: null,
    });
    const [summary, ...more] = await bodyOf(east, '/api/datasets');
    expect(summary).toMatchObject({ records: 2, unplaced: null });
    expect(more).toEqual([]);
    expect((await bodyOf(east, '/api/records?dataset=test-policies&placed=none')).total).toBe(0);
  });

  test('sees the hexagons and operators of it', async () => {
    const answer = await fetch(`${app.url}/api/cells?dataset=test-policies&resolution=9`, {
      headers: { cookie: [...east.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    expect([...decodeCells(await answer.arrayBuffer()).cells]).toEqual([cellAt([EAST.lng, EAST.lat])]);
    expect((await bodyOf(east, '/api/operators?dataset=test-policies')).names).toEqual(['东某']);
    const west = await east.ask('GET', `/api/cell?dataset=test-policies&cell=${cellAt([WEST.lng, WEST.lat])}`);
    expect(west.status).toBe(404);
  });

  test('sees how many neighbours it has, and nothing of them', async () => {
    const detail = await bodyOf(east, `/api/area?${Q}&code=320581001201`);
    expect(detail).toMatchObject({ neighbours: [], neighboursUnseen: 1 });
    expect((await bodyOf(all, `/api/area?${Q}&code=320581001201`)).neighboursUnseen).toBe(0);
  });

  test('cannot tell an area or a dataset that is not theirs from one that is not there', async () => {
    const twin = (path: string, own: string, unknown: string) =>
      [path.replace('@', own), path.replace('@', unknown)] as const;
    const pairs = [
      twin(`/api/area?${Q}&code=@`, '320581001202', '320581001999'),
      twin('/api/records?dataset=test-policies&level=village&area=@', '320581001202', '320581001999'),
      twin('/api/points?dataset=test-policies&level=village&area=@', '320581001202', '320581001999'),
      ...[
        '/api/areas?level=village&',
        '/api/overview?level=village&',
        '/api/records?',
        '/api/operators?',
        '/api/cells?resolution=9&',
      ].map((path) => twin(`${path}dataset=@`, 'other-policies', 'no-policies')),
    ];
    for (const [theirs, nobodys] of pairs) {
      const [a, b] = [await east.ask('GET', theirs), await east.ask('GET', nobodys)];
      expect(a.status, theirs).toBe(404);
      const blank = (text: string) => text.replace(/320581001202|320581001999|other-policies|no-policies/g, '@');
      expect(blank(JSON.stringify(a.body)), theirs).toBe(blank(JSON.stringify(b.body)));
    }
  });

  test('reveals and exports nothing else', async () => {
    const purpose = '核查线索 2026-17';
    const reveal = (keys: string[]) => east.ask('POST', '/api/reveal', { dataset: 'test-policies', keys, purpose });
    expect((await reveal(['W1'])).status).toBe(404);
    expect((await reveal(['E1', 'W1', 'N1'])).body.rows.map(({ key }: { key: string }) => key)).toEqual(['E1']);
    const filter = { dataset: 'test-policies' };
    const file = (await east.ask('POST', '/api/exports/records', { filter, purpose })).body as string;
    expect(file).toContain('E1');
    expect(file).not.toMatch(/W1|N1|西某/);
  });

  test('brings in no file, since a file holds rows of any place, and sees no rejected row', async () => {
    expect((await eastSteward.ask('POST', '/api/uploads?name=a.csv', 'a,b')).status).toBe(403);
    expect(await bodyOf(eastSteward, '/api/imports')).toEqual([]);
    expect((await eastSteward.ask('GET', '/api/import?id=1')).status).toBe(404);
    expect((await eastSteward.ask('POST', '/api/datasets', {})).status).toBe(403);
  });
});

test('whoever was given no scope sees no row of anything', async () => {
  expect(await bodyOf(none, '/api/datasets')).toEqual([]);
  for (const path of [`/api/areas?${Q}`, `/api/area?${Q}&code=320581001201`, '/api/records?dataset=test-policies']) {
    expect((await none.ask('GET', path)).status, path).toBe(404);
  }
});

describe('each wall stands alone', () => {
  let measurementId: number;
  beforeAll(async () => {
    await bodyOf(all, `/api/areas?${Q}`);
    const find = `select id from measurement where level = 'village' and dataset_id = $1`;
    measurementId = (await app.db.query(find, [datasetId])).rows[0].id;
  });
  const span = { from: '-infinity', until: 'infinity', undated: true };
  const any = { areaId: null, operatorId: null, cells: null, unplacedOnly: false, ...span };

  /** What the queries find, through whatever connection and with whatever scope. */
  async function countAll(db: Parameters<typeof sql>[0], sight: Sight) {
    const where = { ...sight, datasetId };
    const cells = [cellAt([EAST.lng, EAST.lat]), cellAt([WEST.lng, WEST.lat])];
    return {
      records: (await sql(db, 'records/count', { ...where, ...any }))[0]?.total,
      rows: (
        await sql(db, 'records/list', {
          ...where,
          ...any,
          keys: null,
          sort: 'key',
          descending: false,
          limit: 9,
          offset: 0,
        })
      ).length,
      points: (await sql(db, 'records/list_points', { ...where, ...any, limit: 9 })).length,
      total: (await sql(db, 'records/total', { ...where, ...span, level: 'village' }))[0]?.records,
      operators: (await sql(db, 'records/sum_operators', { ...where, ...span, areaId: null, cells: null, limit: 9 }))
        .length,
      names: (await sql(db, 'operators/list', where)).length,
      months: (await sql(db, 'records/count_months', { ...where, ...span, areaId: westId, operatorId: null })).length,
      grades: (await sql(db, 'records/count_area_grades', { ...where, ...span, areaId: westId })).length,
      positions: (await sql(db, 'records/count_positions', { ...where, ...span, areaId: westId }))[0]?.positioned,
      placed: (await sql(db, 'datasets/count_placed', where)).reduce((sum, { records }) => sum + records, 0),
      levels: (await sql(db, 'datasets/count_levels', where)).map(({ records }) => records),
      cells: (await sql(db, 'cells/count_operators', { ...where, ...span, resolution: 9, cell: null })).length,
      villages: (await sql(db, 'cells/list_areas', { ...where, ...span, cells })).filter(
        ({ level }) => level === 'village',
      ).length,
      indicators: (await sql(db, 'measurements/list_indicators', { ...sight, measurementId, areaIds: null })).length,
      tiers: (await sql(db, 'measurements/count_tiers', { ...sight, measurementId })).reduce(
        (sum, { areas }) => sum + areas,
        0,
      ),
      datasets: (await sql(db, 'datasets/list', { ...sight, code: null })).filter(({ code }) =>
        code.endsWith('-policies'),
      ).length,
      runs: (await sql(db, 'runs/list', { ...sight, id: null })).length,
    };
  }

  const everything = {
    records: 4,
    rows: 4,
    points: 3,
    total: 4,
    operators: 3,
    names: 3,
    months: 1,
    grades: 1,
    positions: 1,
    placed: 4,
    levels: [3, 3],
    cells: 2,
    villages: 2,
    indicators: 2,
    tiers: 2,
    datasets: 2,
    runs: 2,
  };
  const inTheEast = {
    records: 2,
    rows: 2,
    points: 2,
    total: 2,
    operators: 1,
    names: 1,
    months: 0,
    grades: 0,
    positions: 0,
    placed: 2,
    levels: [2, 2],
    cells: 1,
    villages: 1,
    indicators: 1,
    tiers: 1,
    datasets: 1,
    runs: 0,
  };

  test('without any wall there is all of it', async () => {
    expect(await countAll(app.db, EVERYTHING)).toEqual(everything);
  });

  test('the predicates of the queries, on a connection that sees everything', async () => {
    expect(await countAll(app.db, eastSight)).toEqual(inTheEast);
    expect((await countAll(app.db, NOTHING_SEEN)).rows).toBe(0);
  });

  test('row-level security, when every query forgot its predicate', async () => {
    expect(await withView(app.db, eastSight, ({ db }) => countAll(db, EVERYTHING))).toEqual(inTheEast);
  });

  test.each(['record', 'operator', 'dataset', 'measurement', 'area_indicator', 'import_run', 'rejection'])(
    'a transaction that says nothing of its scope finds no row in %s',
    async (table) => {
      const rows = await withView(
        app.db,
        NOTHING_SEEN,
        async ({ db }) => (await db.query(`select 1 from ${table}`)).rows,
      );
      expect(rows).toEqual([]);
      const unset = await withView(app.db, { ...EVERYTHING, allDatasets: false }, async ({ db }) => {
        for (const name of ['all_areas', 'areas', 'all_datasets', 'datasets']) {
          await db.query('select set_config($1, $2, true)', [`sunmap.${name}`, '']);
        }
        return (await db.query(`select 1 from ${table}`)).rows;
      });
      expect(unset).toEqual([]);
    },
  );

  test.each(['sunmap_staff', 'sunmap_staff_all'])(
    '%s reads no account, no session, no audit entry, and writes nowhere',
    async (role) => {
      const { rows } = await app.db.query<{ name: string; readable: boolean; writable: boolean }>(
        `
      select c.relname as name,
        has_table_privilege($1, c.oid, 'select') as readable,
        has_table_privilege($1, c.oid, 'insert') or has_table_privilege($1, c.oid, 'update')
          or has_table_privilege($1, c.oid, 'delete') or has_table_privilege($1, c.oid, 'truncate') as writable
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'v', 'm', 'p') order by 1`,
        [role],
      );
      expect(rows.filter(({ writable }) => writable)).toEqual([]);
      expect(rows.filter(({ readable }) => readable).map(({ name }) => name)).toMatchInlineSnapshot(`
        [
          "address_decision",
          "area",
          "area_alias",
          "area_denominator",
          "area_indicator",
          "area_neighbour",
          "area_within",
          "cell",
          "confirmed_batch",
          "counted_operator",
          "dataset",
          "former_record",
          "geography_columns",
          "geometry_columns",
          "import_run",
          "import_source",
          "measurement",
          "merged_operator",
          "operator",
          "operator_decision",
          "place",
          "place_area",
          "place_within",
          "record",
          "rejection",
          "spatial_ref_sys",
        ]
      `);
      await expect(withView(app.db, EVERYTHING, ({ db }) => db.query('create table mine (x int)'))).rejects.toThrow();
    },
  );

  test('the role is gone when the transaction ends', async () => {
    await withView(app.db, eastSight, async () => {});
    const { rows } = await app.db.query(
      `select current_user = session_user as same, current_setting('sunmap.areas', true) as areas`,
    );
    expect(rows[0].same).toBe(true);
    expect(rows[0].areas || '').toBe('');
  });
});

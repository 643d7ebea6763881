import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Home, makeHome } from '../../support/make-home.ts';
import { makeAccountByCommand, sessionCookie } from '../../support/script-session.ts';
import { startServer, sunmap } from '../../support/sunmap.ts';

// What scripts rely on: verbs, options, JSON on standard output, exit status.
let home: Home;
let folder: string;
const write = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const run = (...args: string[]) => sunmap(home.env, ...args);
const json = async (...args: string[]) => {
  const { status, stdout, stderr } = await run(...args);
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout);
};

beforeAll(async () => {
  home = await makeHome();
  folder = mkdtempSync(join(tmpdir(), 'sunmap-files-'));
});
afterAll(async () => {
  await home.drop();
  rmSync(folder, { recursive: true, force: true });
});

const square = (west: number, south: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + 1, south],
      [west + 1, south + 1],
      [west, south + 1],
      [west, south],
    ],
  ],
});
const feature = (properties: Record<string, unknown>, geometry: unknown) => ({ type: 'Feature', properties, geometry });

test('areas: read, stored, repaired and rejected add up', async () => {
  const zips = write(
    'zips.geojson',
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        feature({ zip: '02801', place: 'North', homes: 100 }, square(0, 1)),
        feature({ zip: '02802', place: 'South', homes: 50 }, square(0, 0)),
        feature({ zip: '02803', place: 'Nowhere', homes: 0 }, null),
        feature({ place: 'no code' }, square(5, 5)),
        feature(
          { zip: '02804', place: 'Bow tie' },
          {
            type: 'Polygon',
            coordinates: [
              [
                [2, 0],
                [3, 1],
                [3, 0],
                [2, 1],
                [2, 0],
              ],
            ],
          },
        ),
      ],
    }),
  );
  const report = await json(
    'areas',
    zips,
    '--level',
    'zip',
    '--code-field',
    'zip',
    '--name-field',
    'place',
    '--households-field',
    'homes',
    '--json',
  );
  expect(report).toMatchObject({
    read: 5,
    stored: 4,
    repaired: 1,
    withoutBoundary: 1,
    rejected: { 'code-missing': 1 },
  });
});

test('areas check: says what looks wrong with a level', async () => {
  expect(await json('areas', 'check', '--level', 'zip', '--json')).toMatchObject({
    level: 'zip',
    areas: 4,
    withBoundary: 3,
    withoutMap: { count: 1, shown: [{ code: '02803', name: 'Nowhere' }] },
    overlaps: { count: 0 },
  });
  expect(await run('areas', 'check', '--level', 'none')).toMatchObject({ status: 1 });
});

test('areas denominators: counts with their source and day; the newest day counts, every row is told', async () => {
  const load = (file: string, day: string, ...more: string[]) =>
    json(
      'areas',
      'denominators',
      file,
      '--level',
      'zip',
      '--code-field',
      'zip',
      '--source',
      'census',
      '--as-of',
      day,
      ...more,
    );
  const rows = [
    'zip,hh,pop',
    '02801,120,"1,000"',
    '02802,,400',
    '02801,9,9',
    '99999,1,1',
    '02803,a few,',
    ',5,5',
    '02804,,',
  ];
  const counts = write('counts.csv', rows.join('\n'));
  const fields = ['--field', 'households=hh', '--field', 'population=pop', '--json'];
  expect(await load(counts, '2999-01-01', ...fields)).toMatchObject({
    read: 7,
    stored: 2,
    areas: 4,
    covered: { households: 3, population: 2 },
    rejected: { 'code-repeated': 1, 'code-unknown': 1, 'not-a-count': 1, 'code-missing': 1, 'no-count': 1 },
  });
  const older = write('older.csv', 'zip,hh\n02801,7\n');
  expect(await load(older, '1990-01-01', '--field', 'households=hh', '--json')).toMatchObject({ stored: 1 });
  expect(await run('areas', 'denominators', older, '--level', 'zip')).toMatchObject({ status: 2 });
});

test('datasets add: takes a mapping and prints what was understood; a wrong one is refused with the path', async () => {
  const mapping = {
    id: 'loans',
    title: { zh: '贷款', en: 'Loans' },
    key: ['id'],
    operator: 'Lender',
    amount: 'Amount',
    date: { field: 'Date', format: 'MM/DD/YYYY' },
    place: { areaCode: 'Zip', level: 'zip' },
  };
  expect(await json('datasets', 'add', write('mapping.json', JSON.stringify(mapping)))).toMatchObject({ id: 'loans' });
  const wrong = await run(
    'datasets',
    'add',
    write('wrong.json', JSON.stringify({ ...mapping, date: { field: 'Date', format: 'DD.MM.YY' } })),
  );
  expect(wrong.status).toBe(1);
  expect(wrong.stderr).toContain('format');
  expect(await json('datasets', '--json')).toEqual(
    expect.arrayContaining([expect.objectContaining({ id: 'loans', shipped: false })]),
  );
});

const loans = [
  'id,Lender,Amount,Date,Zip',
  '1,First Bank,100,01/02/2020,02801',
  '2,First Bank,300,01/03/2020,02801',
  '3,Other Bank,200,01/04/2020,02801',
  '4,Other Bank,abc,01/04/2020,02801',
  '5,Other Bank,200,01/04/2020,99999',
  '6,Other Bank,200,13/40/2020,02802',
  '1,First Bank,100,01/02/2020,02801',
  '2,First Bank,999,01/03/2020,02801',
];

test('import: read = stored + updated + unchanged + rejected, and a second time changes nothing', async () => {
  const file = write('loans.csv', loans.join('\n'));
  const first = await json('import', 'loans', file, '--json');
  expect(first).toMatchObject({
    read: 8,
    stored: 4,
    updated: 0,
    unchanged: 1,
    rejected: { 'amount-not-a-number': 1, 'date-unreadable': 1, 'key-repeated': 1 },
    placed: { 'area-code': 4 },
    unplaced: 1,
    unplacedReasons: { 'unknown-area-code': 1 },
  });
  const again = await json('import', 'loans', file, '--json');
  expect(again).toMatchObject({ read: 8, stored: 0, updated: 0, unchanged: 5 });
  const corrected = write('loans.csv', loans.slice(0, 7).join('\n').replace('abc', '250'));
  expect(await json('import', 'loans', corrected, '--json')).toMatchObject({ stored: 1, updated: 0, unchanged: 4 });
  const odd = write('loans.txt', `title\n${loans.slice(0, 2).join('\n')}`.replaceAll(',', '#'));
  const choices = ['--delimiter', '#', '--header-line', '2', '--encoding', 'utf8'];
  expect(await json('import', 'loans', odd, ...choices, '--json')).toMatchObject({ read: 1, unchanged: 1 });
});

test('indicators: one object per area, null where undefined, by records and by amount', async () => {
  const areas = await json('indicators', 'loans', '--level', 'zip', '--json');
  expect(areas.map(({ code }: { code: string }) => code)).toEqual(['02801', '02802', '02803', '02804']);
  expect(areas[0]).toMatchObject({
    name: 'North',
    tier: 'grey',
    records: 4,
    amount: 850,
    operators: 2,
    topOperator: 'First Bank',
    topRecords: 2,
    cr1: 0.5,
    cr2: 1,
    cr3: 1,
    hhi: 5_000,
    perHundredHouseholds: expect.closeTo(400 / 120, 10),
  });
  expect(areas[1]).toMatchObject({
    records: 0,
    amount: null,
    topOperator: null,
    cr1: null,
    hhi: null,
    hhiUnbiased: null,
    wilsonLow: null,
    perHundredHouseholds: 0,
  });
  expect(areas[2]).toMatchObject({ perHundredHouseholds: null });
  const [byAmount] = await json('indicators', 'loans', '--level', 'zip', '--weight', 'amount', '--json');
  expect(byAmount).toMatchObject({ topOperator: 'Other Bank', hhiUnbiased: null, wilsonLow: null });
  expect(byAmount.cr1).toBeCloseTo(450 / 850, 12);
  const [onOneDay] = await json(
    'indicators',
    'loans',
    '--level',
    'zip',
    '--from',
    '2020-01-02',
    '--until',
    '2020-01-03',
    '--json',
  );
  expect(onOneDay).toMatchObject({ records: 1, hhiUnbiased: null });
});

test.each([
  [['import', 'nothing', 'package.json'], 1, 'no dataset'],
  [['import', 'loans', '/no/such/file.csv'], 1, 'no such file'],
  [['indicators', 'loans', '--level', 'planet'], 1, 'planet'],
  [['indicators', 'loans'], 2, '--level'],
  [['indicators', 'loans', '--level', 'zip', '--from', 'yesterday'], 2, 'from'],
  [['fly'], 2, 'fly'],
  [['import', 'loans', 'README.md'], 1, 'lacks columns'],
  [['import', 'loans', 'package.json', '--encoding', 'latin1'], 2, '--encoding'],
])('%j ends with status %i and says why', async (args, status, reason) => {
  const finished = await run(...args);
  expect(finished.status).toBe(status);
  expect(finished.stderr).toContain(reason);
  expect(finished.stderr).not.toMatch(/\n {4}at /);
});

test('--help explains the verbs', async () => {
  const { status, stdout } = await run('--help');
  expect(status).toBe(0);
  for (const verb of ['import', 'areas', 'measure', 'indicators', 'datasets', 'demo']) expect(stdout).toContain(verb);
  expect(await run('areas', '--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--code-field') });
});

test('a server and a command share PostgreSQL; the embedded database refuses the second with a sentence', async () => {
  await makeAccountByCommand(home.env, 'inspector');
  const server = await startServer(home.env);
  try {
    const { status, stderr } = await run('datasets');
    expect(status, stderr).toBe(home.kind === 'embedded' ? 1 : 0);
    if (home.kind === 'embedded')
      expect(stderr).toMatch(/in use by process \d+\. Stop it first, or use its page or API/);
    expect(await (await fetch(`${server.url}/api/health`)).json()).toMatchObject({
      ok: true,
      database: home.kind,
      synthetic: false,
    });
    const list = `${server.url}/api/areas?dataset=loans&level=zip`;
    expect((await fetch(list)).status).toBe(401);
    const cookie = `sunmap=${await sessionCookie(server.url, 'inspector')}`;
    expect(await (await fetch(list, { headers: { cookie } })).json()).toHaveLength(4);
  } finally {
    expect(await server.stop()).toBe(0);
  }
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Home, makeHome } from '../../support/make-home.ts';
import { sunmap } from '../../support/sunmap.ts';

let home: Home;
beforeAll(async () => {
  home = await makeHome();
});
afterAll(() => home.drop());

const file = (name: string, ...lines: string[]) => {
  const path = join(home.dataDir, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};

test('a county of the register and its further names come in by one command each, and addresses find them', async () => {
  const county = await sunmap(home.env, 'areas', 'county', '320582', '--json');
  expect([county.status, JSON.parse(county.stdout)]).toEqual([
    0,
    { counties: 1, towns: 15, villages: 273, replaced: 0 },
  ]);

  const names = [
    'code,alias,kind',
    '320582100201,七岗村,former',
    'x,y,other',
    '320582100201,,natural',
    '320582100201,七,old',
  ];
  const report = { read: 4, rejected: { 'unknown-area': 1, 'alias-missing': 1, 'kind-unknown': 1 }, replaced: 0 };
  const aliases = ['areas', 'aliases', file('aliases.csv', ...names), '--level', 'village', '--json'];
  const first = JSON.parse((await sunmap(home.env, ...aliases)).stdout);
  const again = JSON.parse((await sunmap(home.env, ...aliases)).stdout);
  expect([first, again]).toMatchObject([
    { ...report, stored: 1, unchanged: 0 },
    { ...report, stored: 0, unchanged: 1 },
  ]);

  // Loaded again, an area keeps its aliases.
  await sunmap(home.env, 'areas', 'county', '320582');
  const addresses = file('addresses.csv', '序号,地址', '1,杨舍镇七岗村3组', '2,"斜桥村(12)陈家宅23号"', '3,');
  const geocode = ['geocode', '--county', '320582', '--in', addresses, '--column', '地址', '--json'];
  const lines = (stdout: string) =>
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  const known = lines((await sunmap(home.env, ...geocode, '--with-database')).stdout);
  expect(known).toMatchObject([
    {
      row: 1,
      address: '杨舍镇七岗村3组',
      village: '320582100201',
      town: '杨舍镇',
      grade: 'hamlet',
      score: 0.95,
      problem: null,
    },
    { row: 2, village: '320582100201', grade: 'house', parts: { group: '12', hamlet: '陈家宅', house: '23号' } },
    { row: 3, address: '', village: null, grade: 'failed', score: 0, problem: 'address-not-matched', candidates: [] },
  ]);
});

test('without a database the register alone is used', async () => {
  const addresses = file('more.csv', '地址', '尚湖镇罗敦村12组', '董浜镇罗墩村');
  const { status, stdout } = await sunmap(
    { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', DATA_DIR: home.dataDir },
    ...['geocode', '--county', '320581', '--in', addresses, '--column', '地址', '--json'],
  );
  const [misspelt, elsewhere] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(status).toBe(0);
  expect(misspelt).toEqual({
    row: 1,
    address: '尚湖镇罗敦村12组',
    village: '320581111224',
    name: '罗墩村委会',
    town: '尚湖镇',
    grade: 'hamlet',
    score: 0.9,
    problem: null,
    candidates: [
      { village: '320581111224', name: '罗墩村委会', town: '尚湖镇', score: 0.9, reason: 'sound', matched: '罗敦村' },
    ],
    parts: {
      province: null,
      city: null,
      county: null,
      town: '尚湖镇',
      village: '罗敦村',
      group: '12',
      hamlet: null,
      house: null,
    },
  });
  expect(elsewhere).toMatchObject({
    village: null,
    problem: 'address-ambiguous',
    candidates: [{ reason: 'elsewhere' }],
  });
});

test('a wrong command line is told with status 2, a file without the column with 1', async () => {
  const addresses = file('other.csv', 'a,b', '1,2');
  const unknown = await sunmap(home.env, 'areas', 'county', '999999');
  const bare = await sunmap(home.env, 'areas', 'villages.geojson');
  const columnless = await sunmap(home.env, 'geocode', '--county', '320581', '--in', addresses, '--column', '地址');
  expect([unknown.status, bare.status, columnless.status]).toEqual([2, 2, 1]);
  expect(columnless.stderr).toContain('a、b');
});

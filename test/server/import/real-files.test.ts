import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Home, makeHome } from '../../support/make-home.ts';
import { hasSharedData, shared } from '../../support/shared-data.ts';
import { sunmap } from '../../support/sunmap.ts';

// Four files that nobody here wrote, with the faults their publishers left in them, through the command line as users have it.
describe.runIf(hasSharedData)('real files', { timeout: 600_000 }, () => {
  let home: Home;
  let folder: string;
  beforeAll(async () => {
    home = await makeHome();
    folder = mkdtempSync(join(tmpdir(), 'sunmap-files-'));
  });
  afterAll(async () => {
    await home.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const json = async (...args: string[]) => {
    const { status, stdout, stderr } = await sunmap(home.env, ...args, '--json');
    expect(status, stderr).toBe(0);
    return JSON.parse(stdout);
  };
  const areas = (file: string, level: string, code: string, name: string, ...more: string[]) =>
    json('areas', shared(`records/${file}`), '--level', level, '--code-field', code, '--name-field', name, ...more);
  const declare = async (mapping: { id: string }) => {
    const path = join(folder, `${mapping.id}.json`);
    writeFileSync(path, JSON.stringify({ title: mapping.id, ...mapping }));
    const { status, stderr } = await sunmap(home.env, 'datasets', 'add', path);
    expect(status, stderr).toBe(0);
  };
  const importTwice = async (dataset: string, file: string) => {
    const report = await json('import', dataset, shared(`records/${file}`));
    const rejected = sum(report.rejected);
    expect(report.read).toBe(report.stored + report.updated + report.unchanged + rejected);
    expect(sum(report.placed) + report.unplaced).toBe(report.read - rejected);
    const again = await json('import', dataset, shared(`records/${file}`));
    expect(again).toMatchObject({ read: report.read, stored: 0, updated: 0, rejected: report.rejected });
    return report;
  };

  test('philippines_flood_control: contracts by barangay, municipality and province', async () => {
    const folder = 'philippines_flood_control';
    expect(await areas(`${folder}/provdists_medres.geojson.gz`, 'province', 'adm2_psgc', 'adm2_en')).toMatchObject({
      read: 88,
      stored: 88,
      withoutName: 1,
    });
    expect(
      await areas(
        `${folder}/municities_medres.geojson.gz`,
        'municipality',
        'adm3_psgc',
        'adm3_en',
        '--parent-field',
        'adm2_psgc',
        '--parent-level',
        'province',
      ),
    ).toMatchObject({ read: 1_618, stored: 1_618 });
    const barangays = await areas(
      `${folder}/barangays_medres.geojson.gz`,
      'barangay',
      'adm4_psgc',
      'adm4_en',
      '--parent-field',
      'adm3_psgc',
      '--parent-level',
      'municipality',
    );
    expect(barangays.read).toBe(41_104);
    expect(barangays.read).toBe(barangays.stored + sum(barangays.rejected));
    expect(barangays.withoutBoundary).toBeGreaterThanOrEqual(195);

    await declare({
      id: 'flood-control',
      key: ['project_id'],
      operator: 'contractor',
      amount: 'cost',
      date: { field: 'completion_date', format: 'YYYY-MM-DD' },
      place: { lng: 'lng', lat: 'lat', crs: 'EPSG:4326' },
    } as never);
    const report = await importTwice('flood-control', `${folder}/flood_control_raw.csv`);
    expect(report).toMatchObject({ read: 9_855, rejected: { 'amount-not-a-number': 28 } });

    const provinces = await json('indicators', 'flood-control', '--level', 'province');
    expect(provinces).toHaveLength(88);
    const bulacan = provinces.find(({ name }: { name: string }) => name === 'Bulacan');
    expect(bulacan.records).toBeGreaterThan(600);
    expect(bulacan.cr1).toBeCloseTo(bulacan.topRecords / bulacan.judged, 12);
  });

  test('nashville_permits: permits by ZIP area', async () => {
    expect(await areas('nashville_permits/zipcodes.geojson', 'zip', 'ZipCode', 'POName')).toMatchObject({ read: 57 });
    await declare({
      id: 'nashville',
      key: ['Permit__'],
      operator: 'Contact',
      amount: 'Const_Cost',
      date: { field: 'Date_Entered', format: 'epoch-ms' },
      place: { lng: 'Lon', lat: 'Lat', crs: 'EPSG:4326' },
    } as never);
    const report = await importTwice('nashville', 'nashville_permits/building_permits_raw.csv');
    expect(report.read).toBe(5_996);
    expect(report.placed.coordinates).toBeGreaterThan(5_800);
  });

  test('airbnb_nyc: lettings by neighbourhood, names with quotes and line breaks in them', async () => {
    const report = await areas('airbnb_nyc/neighbourhoods.geojson', 'neighbourhood', 'neighbourhood', 'neighbourhood');
    expect(report.read).toBe(233);
    expect(report.read).toBe(report.stored + sum(report.rejected));
    await declare({
      id: 'airbnb',
      key: ['id'],
      operator: 'host_id',
      amount: 'price',
      date: { field: 'last_review', format: 'YYYY-MM-DD' },
      place: { lng: 'longitude', lat: 'latitude', crs: 'EPSG:4326' },
    } as never);
    const lettings = await importTwice('airbnb', 'airbnb_nyc/AB_NYC_2019.csv');
    expect(lettings).toMatchObject({ read: 48_895, stored: 48_895, rejected: {} });
    expect(lettings.findings).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: 'date-missing', count: 10_052 })]),
    );
  });

  test('ppp_loans: two files without a key or coordinates, ZIP codes with leading zeros', async () => {
    await areas('ppp_loans/zcta_dc.geojson', 'zcta', 'ZCTA5CE10', 'ZCTA5CE10');
    await areas('ppp_loans/zcta_ri.geojson', 'zcta', 'ZCTA5CE10', 'ZCTA5CE10');
    await declare({
      id: 'ppp',
      operator: 'Lender',
      amount: 'LoanAmount',
      date: { field: 'DateApproved', format: 'MM/DD/YYYY' },
      place: { areaCode: 'Zip', level: 'zcta' },
    } as never);
    const dc = await importTwice('ppp', 'ppp_loans/foia_up_to_150k_DC.csv');
    const ri = await importTwice('ppp', 'ppp_loans/foia_up_to_150k_RI.csv');
    expect(dc.read + ri.read).toBe(24_388);
    expect(dc.stored + ri.stored + sum(dc.rejected) + sum(ri.rejected)).toBe(24_388);
    const [providence] = (await json('indicators', 'ppp', '--level', 'zcta')).filter(
      ({ code }: { code: string }) => code === '02920',
    );
    expect(providence.records).toBe(countRows('ppp_loans/foia_up_to_150k_RI.csv', ',02920,'));
  });
});

const sum = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

const countRows = (file: string, part: string): number =>
  readFileSync(shared(`records/${file}`), 'utf8')
    .split('\n')
    .filter((line) => line.includes(part)).length;

import { createReadStream, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMapping } from '../../../geodata/datasets/read-mapping.ts';
import type { AreasReport } from '../../../geodata/model/area.ts';
import type { ImportReport } from '../../../geodata/model/import-report.ts';
import type { AreaIndicators } from '../../../geodata/model/indicator.ts';
import { DEFAULT_PROFILE } from '../../../geodata/tiers/profile.ts';
import { loadAreaFile } from '../../../server/area/load-area-file.ts';
import { declareDataset, findDataset } from '../../../server/dataset/datasets.ts';
import { openPool } from '../../../server/db/database.ts';
import { EVERYTHING } from '../../../server/db/sight.ts';
import { openRun, runImport } from '../../../server/import/run-import.ts';
import { readIndicators } from '../../../server/measure/read-indicators.ts';
import { makeDatabase, type TestDatabase } from '../../support/make-database.ts';
import { hasSharedData, shared } from '../../support/shared-data.ts';

// Four files that nobody here wrote, with the faults their publishers left in them, as the page and the command line take them.
describe.runIf(hasSharedData)('real files', { timeout: 600_000 }, () => {
  let database: TestDatabase;
  let db: pg.Pool;
  beforeAll(async () => {
    database = await makeDatabase();
    db = openPool(database.url, { max: 1, onBroken: console.error });
  });
  afterAll(async () => {
    await db.end();
    await database.drop();
  });

  const areas = (
    file: string,
    fields: { level: string; code: string; name: string; parent?: readonly [level: string, field: string] },
  ): Promise<AreasReport> =>
    loadAreaFile(db, {
      path: shared(`records/${file}`),
      source: basename(file),
      level: fields.level,
      codeField: fields.code,
      nameField: fields.name,
      parentLevel: fields.parent?.[0] ?? null,
      parentField: fields.parent?.[1] ?? null,
      aliasesField: null,
      denominatorFields: {},
    });
  const declare = (mapping: { id: string; [role: string]: unknown }) =>
    declareDataset(db, readMapping({ title: mapping.id, ...mapping }));
  const importFile = async (dataset: string, file: string): Promise<ImportReport> => {
    const path = shared(`records/${file}`);
    const declared = await findDataset(db, dataset, EVERYTHING);
    const opened = { name: basename(path), size: statSync(path).size, bytes: createReadStream(path) };
    const runId = await openRun(db, { declared, file: opened, synthetic: false });
    return runImport(db, { declared, file: opened, runId, countyCode: '000000' });
  };
  const importTwice = async (dataset: string, file: string): Promise<ImportReport> => {
    const report = await importFile(dataset, file);
    const rejected = sum(report.rejected);
    expect(report.read).toBe(report.stored + report.updated + report.unchanged + rejected);
    expect(sum(report.placed) + report.unplaced).toBe(report.read - rejected);
    const again = await importFile(dataset, file);
    expect(again).toMatchObject({ read: report.read, stored: 0, updated: 0, rejected: report.rejected });
    return report;
  };
  const indicators = (dataset: string, level: string): Promise<AreaIndicators[]> =>
    readIndicators(db, dataset, { level, period: {}, weight: 'records', profile: DEFAULT_PROFILE });

  test('philippines_flood_control: contracts by barangay, municipality and province', async () => {
    const folder = 'philippines_flood_control';
    expect(
      await areas(`${folder}/provdists_medres.geojson.gz`, { level: 'province', code: 'adm2_psgc', name: 'adm2_en' }),
    ).toMatchObject({
      read: 88,
      stored: 88,
      withoutName: 1,
    });
    expect(
      await areas(`${folder}/municities_medres.geojson.gz`, {
        level: 'municipality',
        code: 'adm3_psgc',
        name: 'adm3_en',
        parent: ['province', 'adm2_psgc'],
      }),
    ).toMatchObject({ read: 1_618, stored: 1_618 });
    const barangays = await areas(`${folder}/barangays_medres.geojson.gz`, {
      level: 'barangay',
      code: 'adm4_psgc',
      name: 'adm4_en',
      parent: ['municipality', 'adm3_psgc'],
    });
    expect(barangays.read).toBe(41_104);
    expect(barangays.read).toBe(barangays.stored + sum(barangays.rejected));
    expect(barangays.withoutBoundary).toBeGreaterThanOrEqual(195);
    const { inspection } = barangays;
    expect(inspection).toMatchObject({ areas: 41_104, withBoundary: 40_908, withoutMap: { count: 196 } });
    expect(inspection.namesWithinParent.count).toBe(11);
    expect(inspection.overlaps.count).toBeGreaterThan(7_000);
    expect(inspection.overlaps.shown).toHaveLength(50);

    await declare({
      id: 'flood-control',
      key: ['project_id'],
      operator: 'contractor',
      amount: 'cost',
      date: { field: 'completion_date', format: 'YYYY-MM-DD' },
      place: { lng: 'lng', lat: 'lat', crs: 'EPSG:4326' },
    });
    const report = await importTwice('flood-control', `${folder}/flood_control_raw.csv`);
    expect(report).toMatchObject({ read: 9_855, rejected: { 'amount-not-a-number': 28 } });

    const provinces = await indicators('flood-control', 'province');
    expect(provinces).toHaveLength(88);
    const bulacan = provinces.find(({ name }) => name === 'Bulacan') as AreaIndicators;
    expect(bulacan.records).toBeGreaterThan(600);
    expect(bulacan.cr1).toBeCloseTo(bulacan.topRecords / bulacan.judged, 12);
  });

  test('nashville_permits: permits by ZIP area', async () => {
    expect(
      await areas('nashville_permits/zipcodes.geojson', { level: 'zip', code: 'ZipCode', name: 'POName' }),
    ).toMatchObject({ read: 57 });
    await declare({
      id: 'nashville',
      key: ['Permit__'],
      operator: 'Contact',
      amount: 'Const_Cost',
      date: { field: 'Date_Entered', format: 'epoch-ms' },
      place: { lng: 'Lon', lat: 'Lat', crs: 'EPSG:4326' },
    });
    const report = await importTwice('nashville', 'nashville_permits/building_permits_raw.csv');
    expect(report.read).toBe(5_996);
    expect(report.placed.coordinates).toBeGreaterThan(5_800);
  });

  test('airbnb_nyc: lettings by neighbourhood, names with quotes and line breaks in them', async () => {
    const report = await areas('airbnb_nyc/neighbourhoods.geojson', {
      level: 'neighbourhood',
      code: 'neighbourhood',
      name: 'neighbourhood',
    });
    expect(report.read).toBe(233);
    expect(report.read).toBe(report.stored + sum(report.rejected));
    await declare({
      id: 'airbnb',
      key: ['id'],
      operator: 'host_id',
      amount: 'price',
      date: { field: 'last_review', format: 'YYYY-MM-DD' },
      place: { lng: 'longitude', lat: 'latitude', crs: 'EPSG:4326' },
    });
    const lettings = await importTwice('airbnb', 'airbnb_nyc/AB_NYC_2019.csv');
    expect(lettings).toMatchObject({ read: 48_895, stored: 48_895, rejected: {} });
    expect(lettings.findings).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: 'date-missing', count: 10_052 })]),
    );
  });

  test('ppp_loans: two files without a key or coordinates, ZIP codes with leading zeros', async () => {
    await areas('ppp_loans/zcta_dc.geojson', { level: 'zcta', code: 'ZCTA5CE10', name: 'ZCTA5CE10' });
    await areas('ppp_loans/zcta_ri.geojson', { level: 'zcta', code: 'ZCTA5CE10', name: 'ZCTA5CE10' });
    await declare({
      id: 'ppp',
      operator: 'Lender',
      amount: 'LoanAmount',
      date: { field: 'DateApproved', format: 'MM/DD/YYYY' },
      place: { areaCode: 'Zip', level: 'zcta' },
    });
    const dc = await importTwice('ppp', 'ppp_loans/foia_up_to_150k_DC.csv');
    const ri = await importTwice('ppp', 'ppp_loans/foia_up_to_150k_RI.csv');
    expect(dc.read + ri.read).toBe(24_388);
    expect(dc.stored + ri.stored + sum(dc.rejected) + sum(ri.rejected)).toBe(24_388);
    const cranston = (await indicators('ppp', 'zcta')).find(({ code }) => code === '02920');
    expect(cranston?.records).toBe(countRows('ppp_loans/foia_up_to_150k_RI.csv', ',02920,'));
  });
});

const sum = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

const countRows = (file: string, part: string): number =>
  readFileSync(shared(`records/${file}`), 'utf8')
    .split('\n')
    .filter((line) => line.includes(part)).length;

import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { CountyDivision } from '../../../geodata/demo/county-division.ts';
import { makeCounty } from '../../../geodata/demo/make-county.ts';
import type { AreaIndicators } from '../../../geodata/model/indicator.ts';
import { loadDemoAreas, loadDemoFile } from '../../../server/demo/load-demo.ts';
import { readDivisions } from '../../../server/demo/read-divisions.ts';
import { startApp, type TestApp } from '../../support/app.ts';

// The judge of precision: counties with known abuse, through the same doors as any file, on the real database.
// Twenty of them: the odd ones on one database, the even ones on the other.
const FIRST = inject('databaseKind') === 'embedded' ? 1 : 2;
const SEEDS = Array.from({ length: 10 }, (_, i) => FIRST + 2 * i);

let app: TestApp;
let division: CountyDivision;
beforeAll(async () => {
  app = await startApp();
  division = await readDivisions('320581');
});
afterAll(() => app.stop());

test.each(SEEDS)('seed %i: the three planted villages are red, no benign look-alike is', async (seed) => {
  await app.db.query('truncate record, rejection, import_run, area_indicator, measurement cascade');
  const { answerKey, areas, files } = makeCounty({ seed, records: 24_000, county: division });
  await loadDemoAreas(app.db, { areas }, () => {});
  for (const file of files) {
    if (file.datasetId === 'house-insurance') await loadDemoFile(app.db, { file, countyCode: '320581', say: () => {} });
  }
  const measured: AreaIndicators[] = await app.get('/api/areas?dataset=house-insurance&level=village');
  const byCode = new Map(measured.map((area) => [area.code, area]));

  const guilty = answerKey.planted.filter(({ role }) => role === 'monopoly');
  expect(guilty).toHaveLength(3);
  const red = measured.filter(({ tier }) => tier === 'red').map(({ code }) => code);
  expect(red.sort()).toEqual(guilty.map(({ villageCode }) => villageCode).sort());
  for (const { villageCode, operator, policies, byOperator, rebuiltHouses } of guilty) {
    expect(byCode.get(villageCode)).toMatchObject({
      records: policies,
      topOperator: operator,
      topRecords: byOperator,
      coverageOf: rebuiltHouses,
    });
  }
  for (const { id, villageCodes } of answerKey.notRed) {
    const wronged = villageCodes.filter((code) => byCode.get(code)?.tier === 'red');
    expect(wronged, `${id} must not be red`).toEqual([]);
  }
  const forced = answerKey.planted.find(({ role }) => role === 'forced-sale');
  expect(byCode.get(forced?.villageCode ?? '')?.tier).not.toBe('red');
});

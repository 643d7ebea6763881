import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { datasetColumns } from '../../../geodata/datasets/dataset-columns.ts';
import { SHIPPED } from '../../../geodata/datasets/shipped.ts';
import type { DemoCounty } from '../../../geodata/demo/demo-county.ts';
import { LOOK_ALIKES } from '../../../geodata/demo/demo-county.ts';
import { makeCounty } from '../../../geodata/demo/make-county.ts';
import { readDivisions } from '../../../server/demo/read-divisions.ts';
import { rowsOf, share, villageOf } from './demo-rows.ts';
import { findVerdicts } from './find-red.ts';

const changshu = await readDivisions('320581');
const first = makeCounty({ seed: 1, records: 100_000, county: changshu });
const houses = rowsOf(first, 'house-insurance');
const files = SHIPPED.map((dataset) => ({
  dataset,
  rows: dataset.id === 'house-insurance' ? houses : rowsOf(first, dataset.id),
}));
const firstVerdicts = findVerdicts(first);
const daysBetween = (from: string | undefined, to: string | undefined) =>
  (Date.parse(to ?? '') - Date.parse(from ?? '')) / 86_400_000;

describe('the same seed', () => {
  test('gives the same bytes, and the same again when the lines are asked for twice', () => {
    const again = makeCounty({ seed: 1, records: 100_000, county: structuredClone(changshu) });
    const bytes = digest(first);
    expect(digest(again)).toBe(bytes);
    expect(digest(first)).toBe(bytes);
  });

  test('on any machine: these are the bytes of seed 1', () => {
    expect(digest(first)).toMatchInlineSnapshot(`"59289cb30668327ec2250eb44dc659b6ac85ff9cd5dde04edde46c86029dd987"`);
  });

  test('another seed gives other records on the same map', () => {
    const other = makeCounty({ seed: 2, records: 100_000, county: changshu });
    expect([...(other.files[0]?.lines() ?? [])].join('')).not.toBe([...(first.files[0]?.lines() ?? [])].join(''));
    expect(other.areas.county.features[0]?.geometry).toEqual(first.areas.county.features[0]?.geometry);
  });
});

describe.each([
  [1, 100_000],
  [2, 20_000],
  [3, 40_000],
  [4, 150_000],
])('the answer key of seed %d with %d records', (seed, records) => {
  const county = makeCounty({ seed, records, county: changshu });
  const rows = rowsOf(county, 'house-insurance');
  const verdicts = findVerdicts(county);

  test('names what the rows hold, to the last policy', () => {
    const figures = county.answerKey.planted.map(({ villageName, policies, byOperator, rebuiltHouses }) => [
      villageName,
      policies,
      byOperator,
      rebuiltHouses,
    ]);
    expect(figures).toEqual([
      ['罗墩村', 236, 214, 238],
      ['旗杆村', 187, 165, 196],
      ['渠中村', 172, 148, 176],
      ['吉桥村', 118, 54, 150],
    ]);
    for (const { villageCode, operator, policies, byOperator, rebuiltHouses } of county.answerKey.planted) {
      const own = rows.filter((row) => villageOf(row) === villageCode);
      expect(own).toHaveLength(policies);
      expect(new Set(own.map((row) => row.户编号)).size).toBe(policies);
      expect(own.filter((row) => row.销售员 === operator)).toHaveLength(byOperator);
      expect(own.filter((row) => row.缴费方式 === '村集体垫付')).toEqual([]);
      const feature = county.areas.village.features.find(({ properties }) => properties.code === villageCode);
      expect(feature?.properties.rebuilt_houses).toBe(rebuiltHouses);
    }
    expect(county.answerKey.planted[0]?.operator).toBe('范某');
  });

  test('the three monopolies are red with room to spare, and nothing else is', () => {
    const red = [...verdicts.values()].filter((verdict) => verdict.red);
    expect(red.map(({ code }) => code).sort()).toEqual(['320581003200', '320581107210', '320581111224']);
    for (const { neighbourRatio, coverage, wilsonLow, townSellers } of red) {
      expect(neighbourRatio).toBeGreaterThan(1.2);
      expect(coverage).toBeGreaterThan(0.82);
      expect(wilsonLow).toBeGreaterThan(0.5);
      expect(townSellers).toBeGreaterThan(20);
    }
  });

  test('the forced sale shows in dates and signatures, not in shares', () => {
    const own = rows.filter((row) => villageOf(row) === '320581111223');
    expect(verdicts.get('320581111223')?.share).toBeCloseTo(0.46, 2);
    expect(share(own, (row) => Math.abs(daysBetween(row.批准日期, row.签单日期)) <= 7)).toBeGreaterThanOrEqual(0.7);
    expect(share(own, (row) => row.本人签名 === '否')).toBeCloseTo(0.3, 1);
  });

  test('the first monopolist did not get a third of his signatures', () => {
    const own = rows.filter((row) => row.销售员 === '范某' && villageOf(row) === '320581111224');
    expect(share(own, (row) => row.本人签名 === '否')).toBeCloseTo(0.35, 2);
  });

  test('has every look-alike, and none of them plays two parts among the villages', () => {
    expect(county.answerKey.notRed.map(({ id }) => id)).toEqual([...LOOK_ALIKES]);
    for (const { id, villageCodes } of county.answerKey.notRed) {
      expect(villageCodes.length, id).toBeGreaterThan(0);
      for (const code of villageCodes) expect(verdicts.get(code)?.red, `${id} ${code}`).toBe(false);
    }
    const single = county.answerKey.notRed.filter(({ id }) => id !== 'B10').flatMap(({ villageCodes }) => villageCodes);
    expect(new Set(single).size).toBe(single.length);
  });
});

describe('the figures of the county', () => {
  test.each([20_000, 43_211])('%d records are asked for and made, 23 % of them house insurance', (records) => {
    const county = makeCounty({ seed: 6, records, county: changshu });
    expect(county.files.reduce((sum, file) => sum + file.records, 0)).toBe(records);
    expect(county.files[0]?.records).toBe(Math.round(0.23 * records));
    for (const file of county.files) expect(rowsOf(county, file.datasetId)).toHaveLength(file.records);
  });

  test('every file has all the columns of its dataset, and no key twice', () => {
    for (const { dataset, rows } of files) {
      expect(Object.keys(rows[0] ?? {})).toEqual(expect.arrayContaining([...datasetColumns(dataset)]));
      expect(new Set(rows.map((row) => row.保单号)).size).toBe(rows.length);
    }
  });

  test('about 470 sellers, each of another name, nearly all of them in business', () => {
    expect(first.answerKey.operators).toBeGreaterThan(430);
    expect(first.answerKey.operators).toBeLessThan(520);
    expect(new Set(houses.map((row) => row.销售员)).size).toBeGreaterThan(0.95 * first.answerKey.operators);
  });

  test('households and rebuilt houses are those of a county in the south of Jiangsu', () => {
    const rural = first.areas.village.features
      .filter(({ properties }) => properties.name.endsWith('村'))
      .map(({ properties }) => properties);
    expect(middle(rural.map(({ households }) => households))).toBeGreaterThan(700);
    expect(middle(rural.map(({ households }) => households))).toBeLessThan(1000);
    expect(middle(rural.map(({ rebuilt_houses }) => rebuilt_houses))).toBeGreaterThan(65);
    expect(middle(rural.map(({ rebuilt_houses }) => rebuilt_houses))).toBeLessThan(100);
  });

  test('between a half and nine tenths of the rebuilt houses are insured', () => {
    const rebuilt = first.areas.county.features[0]?.properties.rebuilt_houses ?? 0;
    const insured = new Set(houses.map((row) => row.户编号)).size;
    expect(insured / rebuilt).toBeGreaterThan(0.53);
    expect(insured / rebuilt).toBeLessThan(0.87);
  });

  test('the top seller of a village has a quarter of it in the middle, and much only where there is little', () => {
    const verdicts = [...firstVerdicts.values()].filter(({ judged }) => judged > 0);
    const shares = verdicts.map((verdict) => verdict.share).sort((a, b) => a - b);
    expect(shares[Math.floor(0.1 * shares.length)]).toBeCloseTo(0.17, 1);
    expect(middle(shares)).toBeCloseTo(0.27, 1);
    expect(shares[Math.floor(0.75 * shares.length)]).toBeCloseTo(0.39, 1);
  });

  test('permits follow the building seasons and rest at Spring Festival', () => {
    const months = houses.map((row) => Number(row.批准日期?.slice(5, 7)));
    expect(share(months, (month) => [3, 4, 5, 9, 10, 11].includes(month))).toBeGreaterThan(0.51);
    expect(share(months, (month) => [3, 4, 5, 9, 10, 11].includes(month))).toBeLessThan(0.6);
    for (const { rows } of files) {
      const dates = rows.map((row) => row.签单日期 as string);
      expect(dates.every((date) => date >= '2018-07-01' && date <= '2021-06-30')).toBe(true);
      expect(dates.some((date) => date >= '2020-01-24' && date <= '2020-01-30')).toBe(false);
    }
  });

  test('premiums follow the floor area, 1,250 yuan or so', () => {
    const premiums = houses.map((row) => Number(row['保费(元)']));
    expect(Math.min(...premiums)).toBeGreaterThanOrEqual(640);
    expect(Math.max(...premiums)).toBeLessThanOrEqual(2240);
    expect(premiums.reduce((a, b) => a + b, 0) / premiums.length).toBeCloseTo(1300, -2);
  });

  test('payments are those of ordinary life', () => {
    expect(share(houses, (row) => row.缴费方式 === '本人转账')).toBeCloseTo(0.7, 1);
    expect(share(houses, (row) => row.缴费方式 === '代收现金')).toBeCloseTo(0.22, 1);
    expect(share(houses, (row) => row.缴费方式 === '村集体垫付')).toBeCloseTo(0.02, 1);
  });
});

test('the map names the three and nothing else for twenty seeds', () => {
  for (let seed = 101; seed <= 120; seed++) {
    const county = makeCounty({ seed, records: 24_000, county: changshu });
    const red = [...findVerdicts(county).values()].filter((verdict) => verdict.red);
    expect(red.map(({ code }) => code).sort(), `seed ${seed}`).toEqual([
      '320581003200',
      '320581107210',
      '320581111224',
    ]);
  }
});

test('too few records are refused with the number that would do', () => {
  expect(() => makeCounty({ seed: 1, records: 5000, county: changshu })).toThrow(/needs at least \d+ records/);
});

test('a county with a handful of villages is refused', () => {
  const county = { ...changshu, code: '320582', towns: changshu.towns.slice(-3) };
  expect(() => makeCounty({ seed: 1, records: 100_000, county })).toThrow(/at least 20/);
});

test('another county hides four villages of its own', async () => {
  const county = makeCounty({ seed: 3, records: 100_000, county: await readDivisions('522301') });
  const monopolies = county.answerKey.planted.filter(({ role }) => role === 'monopoly');
  const red = [...findVerdicts(county).values()].filter((verdict) => verdict.red);
  expect(red.map(({ code }) => code).sort()).toEqual(monopolies.map(({ villageCode }) => villageCode).sort());
  expect(monopolies).toHaveLength(3);
});

function digest(county: DemoCounty): string {
  const hash = createHash('sha256').update(JSON.stringify(county.areas)).update(JSON.stringify(county.answerKey));
  for (const file of county.files) for (const piece of file.lines()) hash.update(piece);
  return hash.digest('hex');
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number;
}

import { describe, expect, test } from 'vitest';
import { makeCounty } from '../../../geodata/demo/make-county.ts';
import { readDivisions } from '../../../server/demo/read-divisions.ts';
import { groupBy, rowsOf, share, villageOf } from './demo-rows.ts';
import { findVerdicts } from './find-red.ts';

const first = makeCounty({ seed: 1, records: 100_000, county: await readDivisions('320581') });
const houses = rowsOf(first, 'house-insurance');
const verdicts = findVerdicts(first);

describe('the look-alikes', () => {
  const codesOf = (id: string) => first.answerKey.notRed.find((one) => one.id === id)?.villageCodes ?? [];
  const byVillage = groupBy(houses, villageOf);
  const rowsIn = (id: string) => codesOf(id).map((code) => byVillage.get(code) ?? []);

  test('B1: 24 villages with one agent and 6 to 27 policies', () => {
    expect(codesOf('B1')).toHaveLength(24);
    for (const code of codesOf('B1')) {
      expect(verdicts.get(code)?.share).toBe(1);
      expect(verdicts.get(code)?.judged).toBeGreaterThanOrEqual(6);
      expect(verdicts.get(code)?.judged).toBeLessThanOrEqual(27);
    }
  });

  test('B2: in the flooded town business is 3.5 times the usual for 90 days, by many sellers', () => {
    const isAfter = (row: Record<string, string>) =>
      (row.签单日期 ?? '') >= '2020-07-15' && (row.签单日期 ?? '') < '2020-10-13';
    const rate = share(rowsIn('B2').flat(), isAfter) / share(houses, isAfter);
    expect(rate).toBeGreaterThan(2.2);
    for (const code of codesOf('B2')) expect(verdicts.get(code)?.townSellers).toBeGreaterThan(20);
  });

  test('B3: the remote town has two sellers', () => {
    for (const code of codesOf('B3')) expect(verdicts.get(code)?.townSellers).toBe(2);
  });

  test('B4: a quarter of the resettled households rebuilt, and no seller has a third of them', () => {
    for (const code of codesOf('B4')) {
      const properties = first.areas.village.features.find((one) => one.properties.code === code)?.properties;
      expect((properties?.rebuilt_houses ?? 0) / (properties?.households ?? 1)).toBeCloseTo(0.26, 2);
      expect(verdicts.get(code)?.share).toBeLessThan(0.33);
    }
  });

  test('B5: the collective paid for 60 and more on one day, through one seller; without them nobody stands out', () => {
    for (const rows of rowsIn('B5')) {
      const collective = rows.filter((row) => row.缴费方式 === '村集体垫付');
      expect(collective.length).toBeGreaterThanOrEqual(60);
      expect(collective.length / rows.length).toBeGreaterThan(0.6);
      expect(new Set(collective.map((row) => `${row.签单日期} ${row.销售员}`)).size).toBe(1);
    }
  });

  test('B6: one seller has five policies in each of his villages', () => {
    const counts = rowsIn('B6').map(
      (rows) => new Map([...groupBy(rows, (row) => row.销售员 as string)].map(([name, own]) => [name, own.length])),
    );
    const everywhere = [...(counts[0]?.keys() ?? [])].filter((name) => counts.every((count) => count.get(name) === 5));
    expect(everywhere).toHaveLength(1);
    expect(counts.length).toBeGreaterThanOrEqual(20);
  });

  test('B7: the local agent has 68 % of 45 to 75 policies', () => {
    for (const code of codesOf('B7')) {
      expect(verdicts.get(code)?.share).toBeCloseTo(0.68, 1);
      expect(verdicts.get(code)?.judged).toBeGreaterThanOrEqual(45);
      expect(verdicts.get(code)?.judged).toBeLessThanOrEqual(75);
    }
  });

  test('B8: all positions are the village centre', () => {
    for (const rows of rowsIn('B8')) {
      expect(new Set(rows.filter((row) => row.经度 !== '').map((row) => `${row.经度} ${row.纬度}`)).size).toBe(1);
    }
  });

  test('B9: until the merger the addresses carry former names, which are aliases', () => {
    for (const [i, rows] of rowsIn('B9').entries()) {
      const feature = first.areas.village.features.find((one) => one.properties.code === codesOf('B9')[i]);
      const aliases = feature?.properties.aliases.split(';') ?? [];
      const before = rows.filter((row) => (row.签单日期 ?? '') < '2019-07-01' && row.房屋地址?.includes('组'));
      expect(
        share(before, (row) => aliases.some((alias) => alias.endsWith('村') && row.房屋地址?.includes(alias))),
      ).toBeGreaterThan(0.9);
    }
  });

  test('B11: villages of one name in two towns are never named without their town', () => {
    const [one, other] = codesOf('B11').map(
      (code) => first.areas.village.features.find(({ properties }) => properties.code === code)?.properties,
    );
    expect(one?.name.replace(/村|社区/, '')).toBe(other?.name.replace(/村|社区/, ''));
    expect(one?.parent).not.toBe(other?.parent);
    for (const row of rowsIn('B11').flat()) {
      if (row.房屋地址?.includes('泰安')) expect(row.房屋地址).toMatch(/街道|镇/);
    }
  });
});

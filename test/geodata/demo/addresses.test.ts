import { pinyin } from 'pinyin-pro';
import { expect, test } from 'vitest';
import { HOPELESS } from '../../../geodata/demo/address.ts';
import { homophoneOf } from '../../../geodata/demo/homophone.ts';
import { makeCounty } from '../../../geodata/demo/make-county.ts';
import { createGazetteer } from '../../../geodata/geocode/create-gazetteer.ts';
import type { Area } from '../../../geodata/model/area.ts';
import { readDivisions } from '../../../server/demo/read-divisions.ts';
import { rowsOf, share, villageOf } from './demo-rows.ts';

const county = makeCounty({ seed: 1, records: 100_000, county: await readDivisions('320581') });
const rows = rowsOf(county, 'house-insurance');
const hasCoordinates = (row: Record<string, string>) => row.经度 !== '' && row.纬度 !== '';
const written = (row: Record<string, string>) => row.房屋地址 as string;

test('72 % of the records have coordinates, 18 % a house, 8 % a village and 2 % nothing of use', () => {
  expect(share(rows, hasCoordinates)).toBeCloseTo(0.72, 1);
  const bare = rows.filter((row) => !hasCoordinates(row));
  const hopeless = (row: Record<string, string>) => (HOPELESS as readonly string[]).includes(written(row));
  expect(share(rows, (row) => !hasCoordinates(row) && hopeless(row))).toBeCloseTo(0.02, 2);
  expect(share(rows, (row) => !hasCoordinates(row) && /(?:村|社区)$/.test(written(row)))).toBeCloseTo(0.08, 2);
  expect(share(bare, (row) => /号$/.test(written(row))) * 0.28).toBeCloseTo(0.18, 1);
});

test('all six spellings occur, each in at least one record of fifty', () => {
  const town = /^(?:.{2,4}镇|.{2,4}街道)/;
  const spellings: Record<string, RegExp> = {
    '尚湖镇罗墩村(12)陈家宅23号': /^.+(?:镇|街道).+\(\d+\).+\d+号$/,
    罗墩12组23号: /^(?!.*(?:镇|街道|村\d)).+\d+组\d+号$/,
    尚湖镇永胜村12组23号: /^.+(?:镇|街道).+(?:村|社区)\d+组\d+号$/,
    '罗墩村(12)陈家宅23号': /^(?!.*(?:镇|街道)).+(?:村|社区)\(\d+\).+\d+号$/,
    陈家宅23号: /^[^()组镇村]{3,4}\d+号$/,
  };
  for (const [example, spelling] of Object.entries(spellings)) {
    expect(spelling.test(example), example).toBe(true);
    expect(
      share(rows, (row) => spelling.test(written(row))),
      example,
    ).toBeGreaterThan(0.02);
  }
  const names = county.areas.village.features.flatMap(({ properties: { name, aliases } }) => [
    name,
    ...aliases.split(';'),
  ]);
  const known = new Set(names);
  const misspelt = rows.filter((row) => {
    const name = /^(.+(?:村|社区))\d+组/.exec(written(row).replace(town, ''))?.[1];
    return name !== undefined && !known.has(name);
  });
  expect(misspelt.length / rows.length).toBeGreaterThan(0.02);
});

test('no address leads to another village than the household’s, and nearly all lead to it', () => {
  const { areas, idOf } = asAreas();
  const gazetteer = createGazetteer(areas);
  const outcomes = rows.map((row) => {
    const match = gazetteer.match(written(row));
    return 'areaId' in match ? match.areaId === idOf.get(villageOf(row)) : null;
  });
  expect(outcomes.filter((right) => right === false)).toEqual([]);
  expect(outcomes.filter((right) => right).length / rows.length).toBeGreaterThan(0.97);
});

test('every record of a planted village can be placed by its address alone', () => {
  const { areas, idOf } = asAreas();
  const gazetteer = createGazetteer(areas);
  for (const { villageCode } of county.answerKey.planted) {
    for (const row of rows.filter((one) => villageOf(one) === villageCode)) {
      expect(gazetteer.match(written(row))).toMatchObject({ areaId: idOf.get(villageCode) });
    }
  }
});

test('a misspelling sounds like the name, tones aside, and is written otherwise', () => {
  const sound = (name: string) => pinyin(name, { toneType: 'none' });
  for (const { properties } of county.areas.village.features) {
    const name = properties.name.replace(/村$|社区$/, '');
    const heard = homophoneOf(name);
    if (heard === null) continue;
    expect(heard).not.toBe(name);
    expect(sound(heard)).toBe(sound(name));
  }
  expect(homophoneOf('罗墩')).toBe('罗敦');
});

function asAreas(): { areas: Area[]; idOf: Map<string, number> } {
  const levels = ['county', 'town', 'village'] as const;
  const all = levels.flatMap((level) =>
    county.areas[level].features.map(({ properties }) => ({ level, ...properties })),
  );
  const idOf = new Map(all.map(({ code }, i) => [code, i + 1]));
  const areas = all.map(({ level, code, name, parent, aliases }): Area => {
    const parentId = parent === null ? null : (idOf.get(parent) ?? null);
    return {
      id: idOf.get(code) as number,
      level,
      code,
      name,
      parentId,
      aliases: aliases.split(';').filter(Boolean),
      denominators: {},
    };
  });
  return { areas, idOf };
}

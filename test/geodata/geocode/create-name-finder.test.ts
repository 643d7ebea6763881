import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createNameFinder } from '../../../geodata/geocode/create-name-finder.ts';
import type { Area } from '../../../geodata/model/area.ts';
import { hasSharedData, shared } from '../../support/shared-data.ts';

const area = (
  id: number,
  level: string,
  name: string,
  parentId: number | null = null,
  aliases: string[] = [],
): Area => ({
  id,
  level,
  code: `${id}`,
  name,
  parentId,
  aliases,
  denominators: {},
});

const areas = [
  area(1, 'province', 'Cotabato (North Cotabato)'),
  area(2, 'province', 'South Cotabato'),
  area(3, 'province', 'City of Manila'),
  area(4, 'province', 'Ñuble', null, ['Nuble Nuevo']),
  area(11, 'town', 'San José', 1),
  area(12, 'town', 'San Jose', 2),
  area(13, 'town', 'Santa Cruz (Capital)', 2),
  area(14, 'town', '樟木头镇'),
  area(15, 'city', '常熟市'),
  area(16, 'town', '尚湖镇', 15),
];
const province = createNameFinder(areas, 'province');
const town = createNameFinder(areas, 'town');
const idOf = (found: Area | string) => (typeof found === 'string' ? found : found.id);

test.each([
  ['COTABATO (NORTH COTABATO)', 1],
  ['Cotabato', 1],
  ['North  Cotabato', 1],
  ['SOUTH-COTABATO', 2],
  ['ＣＩＴＹ ＯＦ ＭＡＮＩＬＡ', 3],
  ['nuble', 4],
  ['Ñuble', 4],
  ['NUBLE NUEVO', 4],
  ['Manila City', 3],
  ['Manila', 'unknown-area-name'],
  ['Cotabat', 'unknown-area-name'],
  ['', 'unknown-area-name'],
])('the province %s is %s', (name, found) => {
  expect(idOf(province(name, null))).toBe(found);
});

test('a name under two parents is ambiguous until the parent is named', () => {
  expect(town('San Jose', null)).toBe('ambiguous-area-name');
  expect(idOf(town('SAN JOSÉ', 'north cotabato'))).toBe(11);
  expect(idOf(town('San José', 'SOUTH COTABATO'))).toBe(12);
});

test('a name within another parent is unknown, not guessed', () => {
  expect(town('Santa Cruz', 'Cotabato')).toBe('unknown-area-name');
  expect(idOf(town('Santa Cruz', 'South Cotabato'))).toBe(13);
});

test('a Chinese name may carry its superiors, unless they are others than we know', () => {
  expect(idOf(town('东莞市樟木头镇', null))).toBe(14);
  expect(idOf(town('广东省东莞市樟木头镇', null))).toBe(14);
  expect(idOf(town('常熟市 尚湖镇', null))).toBe(16);
  expect(town('昆山市尚湖镇', null)).toBe('unknown-area-name');
});

test.runIf(hasSharedData)(
  'of 35 towns of Dongguan as a publisher wrote them, the 28 that are called so are found',
  () => {
    const { features } = JSON.parse(readFileSync(shared('china/dongguan_towns_poi86.geojson'), 'utf8'));
    const known = features.map(({ properties }: { properties: { name: string } }, id: number) =>
      area(id, 'town', properties.name),
    );
    const lines = readFileSync(shared('records/china/dongguan_town_daily_sales.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const written = [...new Set(lines.map((line) => line.split(',')[1] as string))];
    const find = createNameFinder(known, 'town');
    const unknown = written.filter((name) => find(name, null) === 'unknown-area-name');
    expect(written).toHaveLength(35);
    // 南城区 is 南城街道 today; who wants them joined says so with an alias.
    expect(unknown.sort()).toEqual(
      ['南城区', '东城区', '万江区', '莞城区', '松山湖', '虎门港', '生态产业园'].map((name) => `东莞市${name}`).sort(),
    );
  },
);

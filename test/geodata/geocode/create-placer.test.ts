import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Atlas } from '../../../geodata/geocode/atlas.ts';
import { createPlacer } from '../../../geodata/geocode/create-placer.ts';
import { cellAt } from '../../../geodata/h3/cells.ts';
import type { PlaceRole } from '../../../geodata/model/dataset.ts';
import type { Position } from '../../../geodata/model/place.ts';
import type { Whereabouts } from '../../../geodata/model/record.ts';
import { sampleAreas } from './sample-areas.ts';

/** Ids: 1 county, 2 town 尚湖镇, 3 罗墩村, 4 吉桥村, 5 town 董浜镇, 6 旗杆村. */
const areas = sampleAreas({
  county: '常熟市',
  towns: { 尚湖镇: [{ name: '罗墩村委会', code: '02920' }, '吉桥村委会'], 董浜镇: ['旗杆村委会'] },
});

/** Villages 3 and 4 lie west and east of 120.7°; the town reaches further than both; the county has no boundary. */
const within =
  (west: number, east: number) =>
  ([lng, lat]: Position) =>
    lng >= west && lng < east && lat > 31 && lat < 32;
const [west, east, around] = [within(120.6, 120.7), within(120.7, 120.8), within(120.5, 120.9)];
const atlas: Atlas = {
  areas,
  locators: new Map([
    ['village', { locate: (position) => (west(position) ? 3 : east(position) ? 4 : null) }],
    ['town', { locate: (position) => (around(position) ? 2 : null) }],
  ]),
};

const nothing: Whereabouts = { lng: null, lat: null, areaCode: null, areaName: null, parentName: null, address: null };
const coordinates = { lng: 'x', lat: 'y', crs: 'EPSG:4326' } as const;

function place(role: PlaceRole, where: Partial<Whereabouts>) {
  const dataset = { id: 'd', title: { zh: 'd', en: 'd' }, key: [], place: role, fields: [] };
  return createPlacer(dataset, atlas)({ ...nothing, ...where });
}

const unplaced = (problem: string) => ({ position: null, cell: null, areaIds: [], grade: null, score: null, problem });

describe('coordinates', () => {
  test('find the area of every level that covers them, and the parents of a level without boundaries', () => {
    expect(place({ coordinates }, { lng: '120.65', lat: '31.5' })).toEqual({
      position: [120.65, 31.5],
      cell: cellAt([120.65, 31.5]),
      areaIds: [3, 2, 1],
      grade: 'coordinates',
      score: null,
      problem: null,
    });
    expect(place({ coordinates }, { lng: '120.55', lat: '31.5' }).areaIds).toEqual([2, 1]);
  });

  test('outside of all areas still give a hexagon', () => {
    expect(place({ coordinates }, { lng: '10', lat: '50' })).toMatchObject({ areaIds: [], grade: 'coordinates-only' });
  });

  test.each([
    ['0', '0.000', 'null-island'],
    ['120.6', '', 'coordinates-unreadable'],
    ['120,6', '31', 'coordinates-unreadable'],
    ['120.6°E', '31', 'coordinates-unreadable'],
    ['NaN', '31', 'coordinates-unreadable'],
    ['31.5', '120.6', 'coordinates-out-of-range'],
    ['181', '31', 'coordinates-out-of-range'],
  ])('%s, %s are kept out: %s', (lng, lat, problem) => {
    expect(place({ coordinates }, { lng, lat: lat === '' ? null : lat })).toEqual(unplaced(problem));
  });
});

describe('other ways', () => {
  const code = { areaCode: { column: 'zip', level: 'village' } };
  const name = { areaName: { column: 'village', level: 'village', parentColumn: 'town' } };
  const address = { address: { column: 'address' } };

  test('a code, a name or an address gives the area with those above it, and no hexagon', () => {
    const inLuodun = { position: null, cell: null, areaIds: [3, 2, 1], score: null, problem: null };
    expect(place(code, { areaCode: '02920' })).toEqual({ ...inLuodun, grade: 'area-code' });
    expect(place(name, { areaName: '罗墩村委会', parentName: '尚湖镇' })).toEqual({ ...inLuodun, grade: 'area-name' });
    expect(place(address, { address: '尚湖镇罗墩村12组' })).toEqual({ ...inLuodun, grade: 'address-hamlet', score: 1 });
  });

  test('codes are texts: one without its leading zero is another, and says so', () => {
    expect(place(code, { areaCode: '2920' })).toEqual(unplaced('area-code-lost-zeros'));
  });

  test('bad or absent coordinates leave it to the next way', () => {
    const role = { coordinates, ...address };
    expect(place(role, { lng: '0', lat: '0', address: '罗墩12组' })).toMatchObject({
      grade: 'address-hamlet',
      problem: null,
    });
    expect(place(role, { address: '罗墩12组' })).toMatchObject({ grade: 'address-hamlet' });
    expect(place(role, { lng: '120.65', lat: '31.5', address: '董浜镇旗杆村' })).toMatchObject({ areaIds: [3, 2, 1] });
  });

  test('the problem is the last one met', () => {
    const role = { coordinates, ...code, ...address };
    expect(place(role, { lng: '0', lat: '0' })).toEqual(unplaced('null-island'));
    expect(place(role, { lng: '0', lat: '0', areaCode: '9' })).toEqual(unplaced('unknown-area-code'));
    expect(place(role, { areaCode: '9', address: '12号' })).toEqual(unplaced('address-not-matched'));
    expect(place(role, {})).toEqual(unplaced('no-place'));
    expect(place({}, { lng: '120.65', lat: '31.5' })).toEqual(unplaced('no-place'));
  });
});

test('a record belongs to at most one area of each level, has a grade or a problem, and a hexagon only with a position', () => {
  const text = fc.option(
    fc.constantFrom('0', '120.65', '31.5', '500', 'x', '02920', '罗墩村委会', '尚湖镇吉桥村', '尚湖镇'),
  );
  const where = fc.record({ lng: text, lat: text, areaCode: text, areaName: text, parentName: text, address: text });
  const role: PlaceRole = {
    coordinates,
    areaCode: { column: 'c', level: 'village' },
    areaName: { column: 'n', level: 'village', parentColumn: 'p' },
    address: { column: 'a' },
  };
  fc.assert(
    fc.property(where, (one) => {
      const { position, cell, areaIds, grade, problem } = place(role, one);
      const levels = areaIds.map((id) => areas.find((area) => area.id === id)?.level);
      expect(new Set(levels).size).toBe(areaIds.length);
      expect(grade === null).toBe(problem !== null);
      expect(cell === null).toBe(position === null);
      if (grade === null) expect(areaIds).toEqual([]);
    }),
  );
});

import { describe, expect, test } from 'vitest';
import { type ReadAreasOptions, type RejectedArea, readAreas } from '../../../geodata/boundaries/read-areas.ts';
import type { AreaEntry } from '../../../geodata/model/area.ts';

const square = (x: number) => [
  [
    [x, 0],
    [x + 1, 0],
    [x + 1, 1],
    [x, 1],
    [x, 0],
  ],
];
const polygon = (x: number) => ({ type: 'Polygon', coordinates: square(x) });
const feature = (properties: object | null, geometry: unknown = polygon(0)) => ({
  type: 'Feature',
  properties,
  geometry,
});

function read(features: unknown[], options: Partial<ReadAreasOptions> = {}) {
  const outcomes = [...readAreas(features, { level: 'village', codeField: 'code', nameField: 'name', ...options })];
  return {
    areas: outcomes.filter((outcome): outcome is AreaEntry => !('reason' in outcome)),
    rejected: outcomes.filter((outcome): outcome is RejectedArea => 'reason' in outcome),
  };
}

test('an area has its code, name, parent, other names, households and boundary', () => {
  const properties = { code: '320581111224', name: ' 罗墩村 ', town: 320581111, old: '罗墩；陈家宅', homes: '1,250' };
  const { areas } = read([feature(properties)], {
    parentField: 'town',
    aliasesField: 'old',
    denominatorFields: { households: 'homes' },
  });
  expect(areas).toEqual([
    {
      code: '320581111224',
      name: '罗墩村',
      parentCode: '320581111',
      aliases: ['罗墩', '陈家宅'],
      denominators: { households: 1250 },
      boundary: { type: 'MultiPolygon', coordinates: [square(0)] },
      repairs: [],
    },
  ]);
});

test('codes keep their leading zeros as text and print exactly as numbers', () => {
  const { areas } = read([feature({ code: '00501', name: 'a' }), feature({ code: 1001301001, name: 'b' }, polygon(3))]);
  expect(areas.map(({ code }) => code)).toEqual(['00501', '1001301001']);
});

test('an area without a name goes by its code', () => {
  expect(read([feature({ code: '7', name: null })]).areas[0]).toMatchObject({ code: '7', name: '7' });
});

describe('geometry', () => {
  const code = { code: '1', name: 'a' };

  test('an area without one is an area without a map', () => {
    for (const none of [null, undefined, { type: 'Polygon', coordinates: [] }]) {
      expect(read([{ type: 'Feature', properties: code, geometry: none }]).areas[0]).toMatchObject({
        boundary: null,
        repairs: [],
      });
    }
  });

  test('a collection of polygons is one boundary', () => {
    const parts = {
      type: 'GeometryCollection',
      geometries: [polygon(0), { type: 'MultiPolygon', coordinates: [square(3)] }],
    };
    expect(read([feature(code, parts)]).areas[0]?.boundary?.coordinates).toHaveLength(2);
  });

  test.each<[string, unknown, string]>([
    ['a point', { type: 'Point', coordinates: [0, 0] }, 'not-a-polygon'],
    [
      'a line among polygons',
      { type: 'GeometryCollection', geometries: [polygon(0), { type: 'LineString', coordinates: [] }] },
      'not-a-polygon',
    ],
    ['rings that are no lists', { type: 'Polygon', coordinates: [[1, 2]] }, 'not-a-polygon'],
    [
      'latitude first',
      {
        type: 'Polygon',
        coordinates: [
          [
            [31, 120],
            [31, 121],
            [32, 121],
            [31, 120],
          ],
        ],
      },
      'not-wgs84',
    ],
    [
      'no numbers',
      {
        type: 'Polygon',
        coordinates: [
          [
            ['a', 'b'],
            [null, 1],
            [1, 1],
          ],
        ],
      },
      'boundary-beyond-repair',
    ],
    [
      'a line drawn as a polygon',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      },
      'boundary-beyond-repair',
    ],
  ])('%s is rejected with its reason', (_, geometry, reason) => {
    const { areas, rejected } = read([feature(code, geometry)]);
    expect(areas).toEqual([]);
    expect(rejected).toEqual([{ reason, detail: expect.stringContaining('1'), feature: 1 }]);
  });
});

test('a feature without a code is rejected', () => {
  const { areas, rejected } = read([
    feature({ code: ' ', name: 'a' }),
    feature(null),
    'nonsense',
    feature({ code: '1', name: 'b' }),
  ]);
  expect(areas).toHaveLength(1);
  expect(rejected.map(({ reason, feature }) => [reason, feature])).toEqual([
    ['code-missing', 1],
    ['code-missing', 2],
    ['code-missing', 3],
  ]);
});

describe('a code that comes again', () => {
  test('with the same texts is a part of the same area, and both sides say so', () => {
    const parts = [
      feature({ code: '1', name: '岛', id: 'x', km2: 4 }),
      feature({ code: '1', name: '岛', id: 'y', km2: 9 }, polygon(5)),
    ];
    const { areas, rejected } = read(parts);
    expect(areas[0]?.boundary?.coordinates).toEqual([square(0), square(5)]);
    expect(areas[0]?.repairs).toEqual(['并入第 2 个要素 / joined with feature 2']);
    expect(rejected).toEqual([{ reason: 'code-repeated', detail: expect.stringContaining('joined'), feature: 2 }]);
  });

  test('with other texts is rejected and leaves the first alone', () => {
    const features = [
      feature({ code: '1', name: '张村', town: '甲' }),
      feature({ code: '1', name: '李村', town: '乙' }, polygon(5)),
      feature({ code: '2', name: '张村', town: '甲' }, polygon(8)),
      feature({ code: '3', name: '李村', town: '乙' }, polygon(9)),
    ];
    const { areas, rejected } = read(features);
    expect(areas[0]).toMatchObject({ name: '张村', repairs: [] });
    expect(areas[0]?.boundary?.coordinates).toHaveLength(1);
    expect(rejected).toEqual([{ reason: 'code-repeated', detail: expect.stringContaining('differ'), feature: 2 }]);
  });
});

describe('a file that cannot be used as a whole', () => {
  const file = [feature({ code: '1', name: 'a' })];

  test.each([
    'EPSG:4326',
    'urn:ogc:def:crs:OGC:1.3:CRS84',
    'urn:ogc:def:crs:EPSG::4490',
    'http://www.opengis.net/def/crs/EPSG/0/4326',
  ])('is not one in %s', (crs) => {
    expect(read(file, { crs }).areas).toHaveLength(1);
  });

  test.each(['EPSG:43260', 'EPSG:999999', '{"type":"link"}'])('is one in %s', (crs) => {
    expect(() => read(file, { crs })).toThrow(crs);
  });

  test('is one in feet that says nothing of it', () => {
    const coordinates = [
      [
        [1165733.9, 1951652.7],
        [1165809.1, 1951652.7],
        [1165808, 1951649.8],
      ],
    ];
    const feet = [feature({ code: '1', name: 'Rogers Park' }, { type: 'Polygon', coordinates })];
    expect(() => read(feet)).toThrow(/US State Plane feet/);
  });

  test('is one without the declared field, and the error names those it has', () => {
    expect(() => read(file, { codeField: 'CODE' })).toThrow('The file has no field CODE; it has code, name');
    expect(() => read(file, { denominatorFields: { households: 'homes' } })).toThrow('no field homes');
  });
});

import { createReadStream, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createLocator } from '../../../geodata/boundaries/area-locator.ts';
import { toWgs84 } from '../../../geodata/coordinates/known-systems.ts';
import type { RawPair, TestLevel } from '../../../geodata/coordinates/sample.ts';
import { testDeclaration } from '../../../geodata/coordinates/test-declaration.ts';
import { openTable } from '../../../geodata/intake/open-table.ts';
import type { MultiPolygon } from '../../../geodata/model/area.ts';
import type { CrsTest } from '../../../geodata/model/crs-api.ts';
import { hasSharedData, shared } from '../../support/shared-data.ts';

interface Shape {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly polygons: number[][][][];
}

function shapesOf(path: string): Shape[] {
  const bytes = readFileSync(shared(path));
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const { features } = JSON.parse(text) as {
    features: { properties: Shape['properties']; geometry: { type: string; coordinates: unknown } | null }[];
  };
  return features.flatMap(({ properties, geometry }) => {
    if (geometry === null) return [];
    const { type, coordinates } = geometry;
    return [{ properties, polygons: (type === 'Polygon' ? [coordinates] : coordinates) as number[][][][] }];
  });
}

/** The areas of a file as a level; ids count from 1 in the file's order. */
function levelOf(level: string, shapes: readonly Shape[], crs: string): TestLevel {
  const move = toWgs84(crs);
  const boundaries = shapes.map(({ polygons }, i) => ({
    id: i + 1,
    boundary: {
      type: 'MultiPolygon',
      coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([x = 0, y = 0]) => [...move([x, y])]))),
    } satisfies MultiPolygon,
  }));
  return { level, ids: new Set(boundaries.map(({ id }) => id)), locator: createLocator(boundaries) };
}

interface Columns {
  readonly lng: string;
  readonly lat: string;
  readonly rows?: number;
  readonly where?: (fields: Readonly<Record<string, string>>) => boolean;
  readonly named?: (fields: Readonly<Record<string, string>>) => readonly number[];
}

async function pairsOf(
  path: string,
  { lng, lat, rows = 4_000, where = () => true, named = () => [] }: Columns,
): Promise<RawPair[]> {
  const table = await openTable({ name: path, bytes: createReadStream(shared(path)) });
  const pairs: RawPair[] = [];
  for await (const batch of table.rows) {
    for (const row of batch) {
      if (!('fields' in row) || !where(row.fields) || pairs.length >= rows) continue;
      const { [lng]: x, [lat]: y } = row.fields;
      pairs.push({ lng: x?.trim() || null, lat: y?.trim() || null, named: named(row.fields) });
    }
    if (pairs.length >= rows) break;
  }
  return pairs;
}

/** The corners of outlines, as if somebody had written them down as points. */
function cornersOf(shapes: readonly Shape[], every: number): RawPair[] {
  const corners = shapes.flatMap(({ polygons }) => polygons.flat(2)).filter((_, i) => i % every === 0);
  return corners.map(([x, y]) => ({ lng: `${x}`, lat: `${y}`, named: [] }));
}

const told = ({ hypotheses }: CrsTest) =>
  hypotheses.map(({ crs, swapped, inside, agreeing }) => [swapped ? `${crs} swapped` : crs, inside, agreeing]);
const warned = ({ warnings }: CrsTest) => warnings.map(({ id, count, of }) => [id, count, of]);

describe.runIf(hasSharedData)('what the test says of real files', () => {
  const chicago = () => shapesOf('records/chicago_taxi/chicago77_wgs84.geojson');
  const suzhou = () => levelOf('county', shapesOf('china/suzhou_counties_gcj02.geojson'), 'GCJ-02');
  const starbucks = { lng: 'Longitude', lat: 'Latitude' };

  test('the feet of Chicago without a system are refused, and Illinois East is proposed because it leads to Chicago', () => {
    const corners = cornersOf(shapesOf('records/chicago_taxi/chicago77_stateplane_feet_nocrs.geojson'), 50);
    const levels = [levelOf('community', chicago(), 'EPSG:4326')];
    const result = testDeclaration({ pairs: corners, declared: 'EPSG:4326', levels });
    expect(result).toMatchObject({ verdict: 'other-fits', proposal: { crs: 'EPSG:3435', swapped: false } });
    expect(told(result)).toEqual([
      ['EPSG:4326', 0, 0],
      ['EPSG:3435', 701, 0],
    ]);
    expect(result.summary.en).toMatch(/^701 of 854 fall inside areas if State Plane Illinois East/);
    expect(warned(result)).toEqual([['out-of-range', 854, 854]]);
  });

  test('taxi trips lie where their community says, at 236 points: centroids', async () => {
    const shapes = chicago();
    const byNumber = new Map(shapes.map(({ properties }, i) => [`${properties.AREANO}`, i + 1]));
    const pairs = await pairsOf('records/chicago_taxi/trips.csv', {
      lng: 'pickup_longitude',
      lat: 'pickup_latitude',
      rows: 20_000,
      named: ({ pickup_community_area = '' }) => [byNumber.get(pickup_community_area) ?? []].flat(),
    });
    const levels = [levelOf('community', shapes, 'EPSG:4326')];
    const result = testDeclaration({ pairs, declared: 'EPSG:4326', levels });
    expect(result).toMatchObject({ verdict: 'fits', pairs: 15_000, named: 15_000 });
    expect(told(result)).toEqual([['EPSG:4326', 15_000, 15_000]]);
    expect(warned(result)).toEqual([['few-points', 236, 15_000]]);
  });

  test('taxi trips with their columns swapped are recognised', async () => {
    const pairs = await pairsOf('records/chicago_taxi/trips.csv', { lng: 'pickup_latitude', lat: 'pickup_longitude' });
    const levels = [levelOf('community', chicago(), 'EPSG:4326')];
    const result = testDeclaration({ pairs, declared: 'EPSG:4326', levels });
    expect(result).toMatchObject({ verdict: 'other-fits', proposal: { crs: 'EPSG:4326', swapped: true } });
  });

  test('shops with two decimals fit every system of Suzhou alike: nothing is claimed', async () => {
    const path = 'records/china/starbucks_china_stores.csv';
    const all = await pairsOf(path, starbucks);
    const result = testDeclaration({ pairs: all, declared: 'EPSG:4326', levels: [suzhou()] });
    expect(result).toMatchObject({ verdict: 'undecided', proposal: null, tested: 2_735 });
    expect(told(result)).toEqual([
      ['EPSG:4326', 122, 0],
      ['BD-09', 123, 0],
      ['GCJ-02', 122, 0],
    ]);
    expect(warned(result)).toEqual([['coarse', 2_735, 2_735]]);
  });

  test('the undeclared outlines of Dongguan cannot be told apart by 31 shops either', async () => {
    const towns = shapesOf('china/dongguan_towns_poi86.geojson');
    const stem = ({ properties }: Shape) => `${properties.name}`.replace(/[镇区]$|街道$/, '');
    const pairs = await pairsOf('records/china/starbucks_china_stores.csv', {
      ...starbucks,
      where: ({ City = '' }) => City.includes('东莞'),
      named: ({ Street_Address = '' }) =>
        towns.flatMap((town, i) => (Street_Address.includes(stem(town)) ? [i + 1] : [])),
    });
    const counts = ['EPSG:4326', 'GCJ-02', 'BD-09'].map((crs) => {
      const result = testDeclaration({ pairs, declared: crs, levels: [levelOf('town', towns, crs)] });
      expect(result).toMatchObject({ verdict: 'undecided', proposal: null, tested: 31, named: 28 });
      return [crs, result.hypotheses[0]?.agreeing];
    });
    expect(counts).toEqual([
      ['EPSG:4326', 24],
      ['GCJ-02', 24],
      ['BD-09', 24],
    ]);
  });

  test('corners of Changshu fit the counties of Suzhou best in GCJ-02, and 65 of them do not show it', () => {
    const corners = cornersOf(shapesOf('china/changshu_320581_gcj02.geojson'), 5);
    const result = testDeclaration({ pairs: corners, declared: 'EPSG:4326', levels: [suzhou()] });
    expect(told(result)).toEqual([
      ['EPSG:4326', 61, 0],
      ['GCJ-02', 65, 0],
      ['BD-09', 53, 0],
    ]);
    expect(result).toMatchObject({ verdict: 'undecided', proposal: null });
  });

  test('sales in Beijing, which their publisher calls BD-09, cannot be tested without areas of Beijing', async () => {
    const path = 'records/china/beijing_lianjia_lonlat_gb18030_raw.csv';
    const pairs = await pairsOf(path, { lng: 'Lng', lat: 'Lat', rows: 20_000 });
    const result = testDeclaration({ pairs, declared: 'BD-09', levels: [suzhou()] });
    expect(result).toMatchObject({ verdict: 'none-fits', proposal: null, tested: 13_768, warnings: [] });
    expect(testDeclaration({ pairs, declared: 'BD-09', levels: [] })).toMatchObject({
      verdict: 'untested',
      level: null,
    });
  });
});

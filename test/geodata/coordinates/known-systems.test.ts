import { expect, test } from 'vitest';
import { knownSystem, toWgs84 } from '../../../geodata/coordinates/known-systems.ts';
import { IntakeError } from '../../../geodata/intake/intake-error.ts';
import type { Position } from '../../../geodata/model/place.ts';

/** Expected: ST_Transform of PostGIS 3.3 (PROJ 9) to EPSG:4326, which shares no code with proj4js. */
test.each<[string, Position, Position]>([
  ['EPSG:4549', [500_000, 3_500_000], [120, 31.622554944]],
  ['EPSG:4528', [40_512_345.6, 3_499_999], [120.130120378, 31.622479635]],
  ['EPSG:4509', [467_890, 3_512_345], [116.661164479, 31.733439947]],
  ['EPSG:4498', [20_467_890, 3_512_345], [116.661164479, 31.733439947]],
  ['EPSG:32651', [300_000, 3_500_000], [120.891514102, 31.617775075]],
  ['EPSG:32751', [300_000, 8_500_000], [121.151727697, -13.561609653]],
  ['EPSG:26916', [448_000, 4_636_000], [-87.626651674, 41.874211117]],
  ['EPSG:3435', [1_176_000.5, 1_900_000.25], [-87.629195339, 41.880965054]],
  ['EPSG:2263', [990_000, 200_000], [-73.979258038, 40.71562863]],
  ['EPSG:2222', [700_000, 900_000], [-110.166666667, 33.474027037]],
  ['EPSG:3857', [13_440_000, 3_700_000], [120.733574186, 31.516425433]],
])('%s takes %j to the position that PROJ finds', (crs, [x, y], [lng, lat]) => {
  const [foundLng = 0, foundLat = 0] = toWgs84(crs)([x, y]);
  expect(foundLng).toBeCloseTo(lng, 8);
  expect(foundLat).toBeCloseTo(lat, 8);
});

const ILLINOIS_PRJ =
  'PROJCS["NAD_1983_StatePlane_Illinois_East_FIPS_1201_Feet",GEOGCS["GCS_North_American_1983",DATUM["D_North_American_1983",' +
  'SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],' +
  'PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",984250.0],PARAMETER["False_Northing",0.0],' +
  'PARAMETER["Central_Meridian",-88.33333333333333],PARAMETER["Scale_Factor",0.999975],' +
  'PARAMETER["Latitude_Of_Origin",36.66666666666666],UNIT["Foot_US",0.3048006096012192]]';

test('a definition may be given in full, as proj4 or as the text of a .prj file', () => {
  const [x, y] = toWgs84('EPSG:3435')([1_176_000.5, 1_900_000.25]);
  for (const crs of [
    ILLINOIS_PRJ,
    '+proj=tmerc +lat_0=36.66666666666666 +lon_0=-88.33333333333333 +k=0.999975 +x_0=300000 +y_0=0 +datum=NAD83 +units=us-ft',
  ]) {
    const [lng, lat] = toWgs84(crs)([1_176_000.5, 1_900_000.25]);
    expect(lng).toBeCloseTo(x, 8);
    expect(lat).toBeCloseTo(y, 8);
    expect(knownSystem(crs)).toMatchObject({ id: crs, kind: 'plane' });
  }
});

test.each([
  ['WGS84', 'EPSG:4326'],
  ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'],
  ['urn:ogc:def:crs:EPSG::4490', 'EPSG:4490'],
  ['http://www.opengis.net/def/crs/EPSG/0/4549', 'EPSG:4549'],
  ['CGCS2000', 'EPSG:4490'],
  ['gcj02', 'GCJ-02'],
  ['火星坐标系', 'GCJ-02'],
  ['ＢＤ０９', 'BD-09'],
  ['4528', 'EPSG:4528'],
])('%s is written %s', (name, id) => {
  expect(knownSystem(name).id).toBe(id);
});

test.each([
  'EPSG:99999',
  'EPSG:4555',
  '+proj=nowhere',
  'PROJCS["x"]',
  'local grid',
  '+proj=tmerc +nadgrids=absent.gsb',
  '__proto__',
  'constructor',
])('the unknown system %s is refused with what to write instead', (crs) => {
  expect(() => knownSystem(crs)).toThrow(IntakeError);
  expect(() => knownSystem(crs)).toThrow(/GCJ-02.*BD-09.*proj4/s);
});

test('the older Chinese datums say that their shift is unknown, CGCS2000 that it is WGS84 within centimetres', () => {
  for (const crs of ['EPSG:2436', 'EPSG:2384', 'EPSG:4214', 'EPSG:4610', 'EPSG:21460']) {
    expect(knownSystem(crs).note?.en).toMatch(/not published.*metres off/);
  }
  expect(knownSystem('EPSG:4490').note?.en).toContain('centimetres');
  expect(toWgs84('EPSG:4490')([120.7, 31.6])).toEqual([120.7, 31.6]);
});

test('coordinates that lie nowhere in a system are refused by it, not bent into it', () => {
  expect(knownSystem('EPSG:4326').toWgs84(1_176_000, 1_900_000)).toBeNull();
  expect(knownSystem('GCJ-02').toWgs84(31.6, 120.7)).toBeNull();
  expect(knownSystem('EPSG:4549').toWgs84(40_512_345, 3_500_000)).toBeNull();
  expect(() => toWgs84('EPSG:4326')([500_000, 1])).toThrow(IntakeError);
});

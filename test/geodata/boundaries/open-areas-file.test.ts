import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { openAreasFile } from '../../../geodata/boundaries/open-areas-file.ts';
import { readAreas } from '../../../geodata/boundaries/read-areas.ts';
import { IntakeError } from '../../../geodata/intake/intake-error.ts';
import { flatGeobuf, geoPackage, shapefile, streamed, type WrittenArea, zipped } from '../../support/area-files.ts';

const square = (x: number, y: number, side = 0.01): [number, number][] => [
  [x, y],
  [x, y + side],
  [x + side, y + side],
  [x + side, y],
  [x, y],
];
const VILLAGES: readonly WrittenArea[] = [
  { code: '320581001001000001', name: '罗墩村', ring: square(120.7, 31.6) },
  { code: '320581001002000001', name: '旗杆村', ring: square(120.71, 31.6) },
];
/** One of them has no map. */
const THREE: readonly WrittenArea[] = [...VILLAGES, { code: '320581001003000001', name: '无图村', ring: null }];

const gbk = (name: string): Uint8Array =>
  Uint8Array.from([...name].flatMap((character) => GBK[character] ?? [character.charCodeAt(0)]));
const GBK: Readonly<Record<string, readonly number[]>> = {
  罗: [0xc2, 0xde],
  墩: [0xb6, 0xd5],
  村: [0xb4, 0xe5],
  旗: [0xc6, 0xec],
  杆: [0xb8, 0xcb],
  无: [0xce, 0xde],
  图: [0xcd, 0xbc],
};

const named = (features: readonly unknown[]) =>
  features.map((feature) => {
    const { properties, geometry } = feature as { properties: Record<string, unknown>; geometry: unknown };
    return [properties.code ?? properties.CODE, properties.name ?? properties.NAME, geometry !== null];
  });
const WRITTEN = THREE.map(({ code, name, ring }) => [code, name, ring !== null]);

describe('a zipped Shapefile', () => {
  it('keeps every shape with its row, all digits of codes, and areas without a map', async () => {
    const opened = await openAreasFile(streamed(await zipped(shapefile(THREE))));
    expect(named(opened.features)).toEqual(WRITTEN);
    expect(opened).toMatchObject({ format: 'shapefile', encoding: 'utf-8', layers: ['villages'], crs: null });
  });

  test.each([
    ['without a .cpg', undefined],
    ['with a .cpg that says 936', '936'],
    ['with a .cpg that says GBK', 'GBK'],
  ])('in GBK %s has its names', async (_, cpg) => {
    const files = shapefile(THREE, { encode: gbk, ...(cpg !== undefined && { cpg }) });
    const opened = await openAreasFile(streamed(await zipped(files)));
    expect(named(opened.features)).toEqual(WRITTEN);
    expect(opened.encoding).toBe('gb18030');
  });

  it('is moved to WGS84 by its .prj', async () => {
    const prj =
      'PROJCS["CGCS2000_3_Degree_GK_CM_120E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
    const metres = [{ code: '1', name: '罗墩村', ring: square(566_400, 3_497_500, 1000) }];
    const { features, crs } = await openAreasFile(streamed(await zipped(shapefile(metres, { prj }))));
    const [area] = [...readAreas(features, { level: 'village', codeField: 'CODE', nameField: 'NAME', crs })];
    const [lng, lat] = (area as { boundary: { coordinates: number[][][][] } }).boundary.coordinates[0]?.[0]?.[0] ?? [];
    expect([lng, lat]).toEqual([expect.closeTo(120.7, 2), expect.closeTo(31.6, 2)]);
  });

  it('with several layers names them and reads the one that is chosen', async () => {
    const [first, second] = [shapefile(VILLAGES, { layer: '村/a' }), shapefile(THREE, { layer: '村/b' })];
    const archive = await zipped({ ...first, ...second });
    expect(await openAreasFile(streamed(archive))).toMatchObject({ layers: ['村/a', '村/b'], layer: '村/a' });
    const chosen = await openAreasFile(streamed(archive), { layer: '村/b' });
    expect(chosen.features).toHaveLength(3);
    await expect(openAreasFile(streamed(archive), { layer: '村/c' })).rejects.toThrow(/no such .shp/);
  });

  it('whose table has other rows than shapes is refused: nobody knows which belong together', async () => {
    const files = { ...shapefile(THREE), 'villages.dbf': shapefile(VILLAGES)['villages.dbf'] as Buffer };
    await expect(openAreasFile(streamed(await zipped(files)))).rejects.toThrow(/3 shapes and the .dbf 2 rows/);
  });
});

describe('a GeoPackage', () => {
  it('keeps every row, and says its system', async () => {
    const opened = await openAreasFile(streamed(await geoPackage({ villages: THREE }, 4490)));
    expect(named(opened.features)).toEqual(WRITTEN);
    expect(opened).toMatchObject({ format: 'geopackage', layers: ['villages'], crs: 'EPSG:4490' });
  });

  it('with several layers reads the one that is chosen', async () => {
    const bytes = await geoPackage({ towns: VILLAGES, villages: THREE });
    expect(await openAreasFile(streamed(bytes))).toMatchObject({ layers: ['towns', 'villages'], layer: 'towns' });
    expect((await openAreasFile(streamed(bytes), { layer: 'villages' })).features).toHaveLength(3);
    await expect(openAreasFile(streamed(bytes), { layer: 'sqlite_master' })).rejects.toThrow(/no such layer/);
  });
});

describe('a FlatGeobuf file', () => {
  it('keeps every feature, and says its system', async () => {
    const opened = await openAreasFile(streamed(flatGeobuf(VILLAGES, 4490)));
    expect(named(opened.features)).toEqual(WRITTEN.slice(0, 2));
    expect(opened).toMatchObject({ format: 'flatgeobuf', crs: 'EPSG:4490' });
  });
});

describe('any file of areas', () => {
  it('is known by what it holds, gzipped or alone in an archive too', async () => {
    const bytes = flatGeobuf(VILLAGES);
    expect((await openAreasFile(streamed(gzipSync(bytes)))).format).toBe('flatgeobuf');
    expect((await openAreasFile(streamed(await zipped({ 'a.fgb': bytes })))).format).toBe('flatgeobuf');
    await expect(openAreasFile(streamed(await zipped({ 'a.fgb': bytes, 'b.fgb': bytes })))).rejects.toThrow(/several/);
    await expect(openAreasFile(streamed(await zipped({ 'a.txt': bytes })))).rejects.toThrow(/no .shp/);
  });

  it('that would unpack to more than memory is refused by what it declares', async () => {
    const bomb = await zipped({ 'a.shp': Buffer.alloc(40 * 1024 ** 2), 'a.dbf': Buffer.from('') });
    await expect(openAreasFile(streamed(bomb))).rejects.toThrow(/more than the 16 MB/);
  });

  it('loses no feature: what is cut off or changed is read whole, rejected one by one, or refused', async () => {
    const collection = {
      type: 'FeatureCollection',
      features: VILLAGES.map(({ code, name, ring }) => ({
        type: 'Feature',
        properties: { code, name },
        geometry: { type: 'Polygon', coordinates: [ring] },
      })),
    };
    const files = [
      await zipped(shapefile(THREE, { encode: gbk })),
      await geoPackage({ villages: THREE }),
      flatGeobuf(VILLAGES, 4490),
      Buffer.from(JSON.stringify(collection)),
    ];
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), changes, fc.option(fc.nat()), async (file, changes, cut) => {
        const bytes = Buffer.from(cut === null ? file : file.subarray(0, 1 + (cut % file.length)));
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        try {
          const { features, crs } = await openAreasFile(streamed(bytes));
          const outcomes = [...readAreas(features, { level: 'village', codeField: 'code', nameField: 'name', crs })];
          expect(outcomes).toHaveLength(features.length);
        } catch (error) {
          expect(error).toBeInstanceOf(IntakeError);
        }
      }),
      { numRuns: 200, interruptAfterTimeLimit: 20_000 },
    );
  });
});

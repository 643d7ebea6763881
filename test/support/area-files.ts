import { serialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { FeatureCollection } from 'geojson';
import initSqlJs from 'sql.js';
import { ZipFile } from 'yazl';

/** An area of a file that a test writes: one ring, or none for an area without a map. */
export interface WrittenArea {
  readonly code: string;
  readonly name: string;
  readonly ring: readonly (readonly [x: number, y: number])[] | null;
}

export interface ShapefileParts {
  /** The name as its bytes: in which encoding, only a .cpg tells. */
  readonly encode?: (name: string) => Uint8Array;
  readonly prj?: string;
  readonly cpg?: string;
  readonly layer?: string;
}

/** The files of a Shapefile (ESRI, July 1998) by name; rings must run clockwise. */
export function shapefile(areas: readonly WrittenArea[], parts: ShapefileParts = {}): Record<string, Buffer> {
  const { encode = (name) => Buffer.from(name), prj, cpg, layer = 'villages' } = parts;
  return {
    [`${layer}.shp`]: shapes(areas),
    [`${layer}.dbf`]: table(areas, encode),
    ...(prj !== undefined && { [`${layer}.prj`]: Buffer.from(prj) }),
    ...(cpg !== undefined && { [`${layer}.cpg`]: Buffer.from(cpg) }),
  };
}

function shapes(areas: readonly WrittenArea[]): Buffer {
  const records = areas.map(({ ring }, i) => {
    const points = ring ?? [];
    const content = Buffer.alloc(ring ? 48 + 16 * points.length : 4);
    if (ring) {
      content.writeInt32LE(5, 0);
      content.writeInt32LE(1, 36);
      content.writeInt32LE(points.length, 40);
      for (const [at, [x, y]] of points.entries()) {
        content.writeDoubleLE(x, 48 + 16 * at);
        content.writeDoubleLE(y, 56 + 16 * at);
      }
    }
    const head = Buffer.alloc(8);
    head.writeInt32BE(i + 1, 0);
    head.writeInt32BE(content.length / 2, 4);
    return Buffer.concat([head, content]);
  });
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE((100 + records.reduce((sum, { length }) => sum + length, 0)) / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(5, 32);
  return Buffer.concat([header, ...records]);
}

function table(areas: readonly WrittenArea[], encode: (name: string) => Uint8Array): Buffer {
  const columns = [
    { name: 'CODE', type: 'N', length: 18 },
    { name: 'NAME', type: 'C', length: 30 },
  ];
  const width = 1 + 18 + 30;
  const header = Buffer.alloc(32 + 32 * columns.length + 1);
  header[0] = 3;
  header.writeUInt32LE(areas.length, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(width, 10);
  for (const [i, { name, type, length }] of columns.entries()) {
    header.write(name, 32 + 32 * i);
    header.write(type, 32 + 32 * i + 11);
    header[32 + 32 * i + 16] = length;
  }
  header[header.length - 1] = 0x0d;
  const rows = areas.map(({ code, name }) => {
    const row = Buffer.alloc(width, 0x20);
    row.write(code.padStart(18), 1);
    row.set(encode(name), 19);
    return row;
  });
  return Buffer.concat([header, ...rows]);
}

/** A zip archive of files. */
export async function zipped(files: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(content, name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A GeoPackage with each list of areas as a layer of its own. */
export async function geoPackage(
  layers: Readonly<Record<string, readonly WrittenArea[]>>,
  epsg = 4326,
): Promise<Buffer> {
  const { Database } = await initSqlJs();
  const db = new Database();
  db.run(`
    create table gpkg_contents (table_name text, data_type text);
    create table gpkg_geometry_columns (table_name text, column_name text, srs_id integer);
    create table gpkg_spatial_ref_sys (srs_id integer, organization text, organization_coordsys_id integer, definition text);
    insert into gpkg_spatial_ref_sys values (${epsg}, 'EPSG', ${epsg}, '');`);
  for (const [layer, areas] of Object.entries(layers)) {
    db.run('insert into gpkg_contents values (?, ?)', [layer, 'features']);
    db.run('insert into gpkg_geometry_columns values (?, ?, ?)', [layer, 'geom', epsg]);
    db.run(`create table "${layer}" (fid integer primary key, geom blob, code text, name text)`);
    for (const { code, name, ring } of areas) {
      db.run(`insert into "${layer}" (geom, code, name) values (?, ?, ?)`, [ring && geometry(ring, epsg), code, name]);
    }
  }
  const bytes = Buffer.from(db.export());
  db.close();
  return bytes;
}

function geometry(ring: NonNullable<WrittenArea['ring']>, epsg: number): Buffer {
  const bytes = Buffer.alloc(8 + 1 + 4 + 4 + 4 + 16 * ring.length);
  bytes.write('GP');
  bytes[3] = 1;
  bytes.writeInt32LE(epsg, 4);
  bytes[8] = 1;
  bytes.writeUInt32LE(3, 9);
  bytes.writeUInt32LE(1, 13);
  bytes.writeUInt32LE(ring.length, 17);
  for (const [at, [x, y]] of ring.entries()) {
    bytes.writeDoubleLE(x, 21 + 16 * at);
    bytes.writeDoubleLE(y, 29 + 16 * at);
  }
  return bytes;
}

/** A FlatGeobuf file; areas without a map cannot be written by the library. */
export function flatGeobuf(areas: readonly WrittenArea[], epsg = 0): Buffer {
  const features = areas.map(({ code, name, ring }) => ({
    type: 'Feature',
    properties: { code, name },
    geometry: { type: 'Polygon', coordinates: [ring ?? []] },
  }));
  return Buffer.from(serialize({ type: 'FeatureCollection', features } as unknown as FeatureCollection, epsg));
}

/** A file as its bytes come. */
export async function* streamed(...chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

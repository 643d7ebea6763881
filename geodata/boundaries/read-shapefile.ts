import { parseShp } from 'shpjs';
import { IntakeError } from '../intake/intake-error.ts';
import { sentence } from '../intake/sentence.ts';
import type { AreasFile, LayerChoice } from './areas-file.ts';
import { readDbf } from './read-dbf.ts';

/** The parts of a Shapefile that are read. */
export const isShapefilePart = (name: string): boolean => /\.(shp|dbf|prj|cpg)$/i.test(name) && !isLitter(name);

/** What macOS leaves in archives. */
const isLitter = (name: string): boolean => /(^|\/)(__MACOSX\/|\._)/.test(name);

/**
 * One layer of the Shapefiles among `files`: shapes and rows in their order, coordinates as they stand. Throws an IntakeError for
 * shapes that are damaged, or that are not as many as the rows of their table.
 */
export function readShapefile(files: ReadonlyMap<string, Uint8Array>, choice: LayerChoice): AreasFile {
  const byName = new Map([...files].map(([name, bytes]) => [name.toLowerCase(), bytes]));
  const layers = [...files.keys()].filter((name) => /\.shp$/i.test(name)).map((name) => name.slice(0, -4));
  const layer = choice ?? layers[0];
  const part = (ending: string) => byName.get(`${layer?.toLowerCase()}.${ending}`);
  const shp = part('shp');
  if (layer === undefined || shp === undefined) {
    throw new IntakeError(sentence('压缩包中没有这个 .shp 图层', 'The archive has no such .shp layer'));
  }
  const cpg = part('cpg');
  const dbf = part('dbf');
  const shapes = readShapes(shp);
  const table = dbf ? readDbf(dbf, cpg ? plainText(cpg) : null) : null;
  if (table && table.rows.length !== shapes.length) {
    const [found, rows] = [shapes.length, table.rows.length];
    throw new IntakeError(
      sentence(
        `.shp 有 ${found} 个图形，.dbf 有 ${rows} 行，对不上`,
        `The .shp has ${found} shapes and the .dbf ${rows} rows: they do not belong together, or one is cut short`,
      ),
    );
  }
  const prj = part('prj');
  return {
    format: 'shapefile',
    encoding: table?.encoding ?? null,
    layers,
    layer,
    features: shapes.map((geometry, i) => ({ type: 'Feature', geometry, properties: table?.rows[i] ?? {} })),
    crs: prj ? plainText(prj).trim() || null : null,
  };
}

/** Offset of the length of the whole file, in words of two bytes; after it come 100 − 28 bytes of header. */
const LENGTH_AT = 24;
const HEADER = 100;

function readShapes(bytes: Uint8Array): unknown[] {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < HEADER || view.getInt32(LENGTH_AT) * 2 > bytes.length) throw new RangeError('cut short');
    // The view as such: given an array, the library would read the whole buffer that it lies in.
    return parseShp(view as unknown as ArrayBuffer);
  } catch (cause) {
    throw new IntakeError(sentence('图形文件 .shp 已损坏或不完整', 'The shapes (.shp) are damaged or cut short'), {
      cause,
    });
  }
}

const plainText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

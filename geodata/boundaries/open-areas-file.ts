import { IntakeError } from '../intake/intake-error.ts';
import { readZip } from '../intake/read-zip.ts';
import { sentence } from '../intake/sentence.ts';
import type { AreasFile, LayerChoice } from './areas-file.ts';
import { decodeAreasText } from './decode-areas-text.ts';
import { joinBytes, LIMIT } from './join-bytes.ts';
import { readFlatGeobuf } from './read-flatgeobuf.ts';
import { readGeoJson } from './read-geojson.ts';
import { readGeoPackage } from './read-geopackage.ts';
import { isShapefilePart, readShapefile } from './read-shapefile.ts';

/** Archives of areas hold a handful of files; their points pack 1 : 5, their tables of blanks 1 : 100. */
const ZIP = { entries: 2_000, bytes: LIMIT * 1024 ** 2, ratio: 200 };

/**
 * Opens a file of areas by what it holds, not by its name: GeoJSON, a zipped Shapefile, GeoPackage or FlatGeobuf, each gzipped or
 * alone in a zip archive too. Every feature of the layer comes out once. Throws an IntakeError when the file cannot be read whole.
 */
export async function openAreasFile(
  bytes: AsyncIterable<Uint8Array>,
  choice: { readonly layer?: LayerChoice } = {},
): Promise<AreasFile> {
  return open(await joinBytes(bytes), choice.layer);
}

async function open(bytes: Uint8Array, layer: LayerChoice): Promise<AreasFile> {
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return openArchive(bytes, layer);
  if (startsWith(bytes, 'SQLite format 3\0')) return readGeoPackage(bytes, layer);
  if (startsWith(bytes, 'fgb')) return readFlatGeobuf(bytes);
  if (startsWith(bytes, '\0\0\x27\x0a')) {
    throw new IntakeError(
      sentence(
        '这是单独的 .shp；请把 .shp、.dbf、.prj 一起打包为 zip',
        'This is a .shp alone; put .shp, .dbf and .prj together into a zip archive',
      ),
    );
  }
  const { text, encoding } = decodeAreasText(bytes);
  return { format: 'geojson', encoding, layers: [''], layer: '', ...readGeoJson(text) };
}

/** An archive is a set of Shapefiles, or one file of another format. */
async function openArchive(bytes: Uint8Array, layer: LayerChoice): Promise<AreasFile> {
  const single = (name: string) => /\.(geojson|json|gpkg|fgb)$/i.test(name) && !name.includes('__MACOSX/');
  const files = await readZip(bytes, { ...ZIP, wanted: (name) => isShapefilePart(name) || single(name) });
  if ([...files.keys()].some((name) => /\.shp$/i.test(name))) return readShapefile(files, layer);
  const [one, ...others] = [...files].filter(([name]) => single(name));
  if (one && others.length === 0) return open(one[1], layer);
  throw new IntakeError(
    others.length > 0
      ? sentence('压缩包中有多个边界文件，请分别导入', 'The archive holds several files of areas; load them one by one')
      : sentence(
          '压缩包中没有 .shp、.geojson、.gpkg 或 .fgb 文件',
          'The archive has no .shp, .geojson, .gpkg or .fgb file',
        ),
  );
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((character, i) => bytes[i] === character.charCodeAt(0));
}

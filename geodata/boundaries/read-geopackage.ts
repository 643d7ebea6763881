import initSqlJs, { type Database, type SqlValue } from 'sql.js';
import { IntakeError } from '../intake/intake-error.ts';
import { sentence } from '../intake/sentence.ts';
import type { AreasFile, LayerChoice } from './areas-file.ts';
import { readWkb } from './read-wkb.ts';

/**
 * One layer of a GeoPackage (OGC 12-128): a table of features of an SQLite file. Only tables are read, never views, whose statements
 * a stranger wrote. Throws an IntakeError when the file is damaged or has no layer of features.
 */
export async function readGeoPackage(bytes: Uint8Array, choice: LayerChoice): Promise<AreasFile> {
  const { Database } = await initSqlJs();
  let db: Database | null = null;
  try {
    db = new Database(bytes);
    return readLayer(db, choice);
  } catch (cause) {
    if (cause instanceof IntakeError) throw cause;
    throw new IntakeError(sentence('GeoPackage 文件已损坏', 'The GeoPackage is damaged'), { cause });
  } finally {
    db?.close();
  }
}

const LAYERS = `
  select contents.table_name as layer, columns.column_name as field, system.organization, system.organization_coordsys_id as code,
         system.definition
  from gpkg_contents as contents
  join gpkg_geometry_columns as columns on columns.table_name = contents.table_name
  join sqlite_master as stored on stored.name = contents.table_name and stored.type = 'table'
  left join gpkg_spatial_ref_sys as system on system.srs_id = columns.srs_id
  where contents.data_type = 'features'
  order by contents.table_name`;

function readLayer(db: Database, choice: LayerChoice): AreasFile {
  const found = rowsOf(db, LAYERS);
  const layers = found.map(({ layer }) => String(layer));
  const one = choice === undefined ? found[0] : found.find(({ layer }) => layer === choice);
  if (!one)
    throw new IntakeError(sentence('GeoPackage 中没有这个要素图层', 'The GeoPackage has no such layer of features'));
  const field = String(one.field);
  const rows = rowsOf(db, `select * from "${String(one.layer).replaceAll('"', '""')}"`);
  return {
    format: 'geopackage',
    encoding: null,
    layers,
    layer: String(one.layer),
    features: rows.map(({ [field]: geometry = null, ...properties }) => ({
      type: 'Feature',
      geometry: geometry instanceof Uint8Array ? readBlob(geometry) : null,
      properties,
    })),
    crs: crsName(one),
  };
}

type Row = Record<string, SqlValue>;

function rowsOf(db: Database, statement: string): Row[] {
  const prepared = db.prepare(statement);
  const rows: Row[] = [];
  while (prepared.step()) rows.push(prepared.getAsObject());
  prepared.free();
  return rows;
}

/** −1 and 0 stand for “undefined”, Cartesian and geographic (§ 1.1.2.1.2). */
function crsName({ organization, code, definition }: Row): string | null {
  if (typeof code !== 'number' || code <= 0) return null;
  if (String(organization).toUpperCase() === 'EPSG') return `EPSG:${code}`;
  return definition === null || definition === undefined ? `${organization}:${code}` : String(definition);
}

/** Bytes of the envelope by its kind (§ 2.1.3.1.1). */
const ENVELOPES = [0, 32, 48, 48, 64] as const;

/** The geometry of a GeoPackage: a header of its own (“GP”, version, flags, system, envelope) before well-known binary. */
function readBlob(blob: Uint8Array): unknown {
  try {
    const flags = blob[3] ?? 0;
    const envelope = ENVELOPES[(flags >> 1) & 0b111];
    if (blob[0] !== 0x47 || blob[1] !== 0x50 || envelope === undefined) throw new RangeError('no geometry');
    const isEmpty = (flags & 0b10000) !== 0;
    return isEmpty ? null : readWkb(blob.subarray(8 + envelope));
  } catch {
    // One torn geometry is one rejected feature, not the end of the file.
    return { type: sentence('无法读取的几何', 'an unreadable geometry'), coordinates: [] };
  }
}

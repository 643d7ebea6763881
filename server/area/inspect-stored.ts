import type { InspectedArea } from '../../geodata/boundaries/inspect-level.ts';
import type { MultiPolygon } from '../../geodata/model/area.ts';
import type { LevelInspection } from '../../geodata/model/level-inspection.ts';
import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { Problem } from '../problem.ts';
import { askAreaWorker } from './ask-area-worker.ts';

/** Inspects the areas of a level as they are stored, remembers what was found and returns it. Throws a 404 for a level without areas. */
export async function inspectStored(
  db: Database,
  level: string,
  onProgress: (sentence: string) => void = () => {},
): Promise<LevelInspection> {
  const rows = await sql(db, 'areas/list_inspected', { level });
  if (rows.length === 0)
    throw new Problem(404, `没有“${level}”这一级的区划。 There are no areas of the level “${level}”.`);
  const levels = new Set(rows.map(({ parentLevel }) => parentLevel).filter((parent) => parent !== null));
  const parents: InspectedArea[] = [];
  for (const parent of levels)
    parents.push(...(await sql(db, 'areas/list_inspected', { level: parent })).map(inspected));
  onProgress(`${level}: checking ${rows.length} areas`);
  const inspection = await askAreaWorker('inspect', { level, areas: rows.map(inspected), parents });
  await sql(db, 'areas/upsert_inspection', { level, now: new Date(), inspection: JSON.stringify(inspection) });
  return inspection;
}

interface Row extends Omit<InspectedArea, 'boundary'> {
  readonly geometry: string | null;
}

const inspected = ({ geometry, ...area }: Row): InspectedArea => ({
  ...area,
  boundary: geometry === null ? null : (JSON.parse(geometry) as MultiPolygon),
});

import { createGazetteer } from '../../geodata/geocode/create-gazetteer.ts';
import type { Gazetteer } from '../../geodata/geocode/gazetteer.ts';
import type { Area } from '../../geodata/model/area.ts';
import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/** The names that addresses are read by, as they stood at one moment. */
export interface NamedAreas {
  readonly areas: readonly Area[];
  /** Made when it is first asked for: what was decided needs none. */
  readonly gazetteer: () => Gazetteer;
}

export async function loadNamedAreas(db: Database): Promise<NamedAreas> {
  const areas = await sql(db, 'areas/list', { level: null });
  let gazetteer: Gazetteer | null = null;
  return {
    areas,
    gazetteer: () => {
      gazetteer ??= createGazetteer(areas);
      return gazetteer;
    },
  };
}

import { createGazetteer } from '../../geodata/geocode/create-gazetteer.ts';
import type { Gazetteer } from '../../geodata/geocode/gazetteer.ts';
import type { Area } from '../../geodata/model/area.ts';
import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/** The names that addresses are read by, as they stood at one moment. */
export interface NamedAreas {
  readonly areas: readonly Area[];
  readonly gazetteer: Gazetteer;
}

/** Keeps one gazetteer until a name of an area changes, here or in another process. */
export interface AtlasKeeper {
  current(db: Database): Promise<NamedAreas>;
}

export function openAtlasKeeper(): AtlasKeeper {
  let kept: { names: number; named: NamedAreas } | null = null;
  return {
    async current(db) {
      const [state] = await sql(db, 'gazetteer/find_state', {});
      if (!state) throw new Error('gazetteer_state has no row');
      if (kept?.names === state.names) return kept.named;
      const areas = await sql(db, 'areas/list', { level: null });
      const named = { areas, gazetteer: createGazetteer(areas) };
      kept = { names: state.names, named };
      return named;
    },
  };
}

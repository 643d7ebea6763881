import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { loadNamedAreas, type NamedAreas } from './named-areas.ts';

/** Keeps one gazetteer until a name of an area changes, here or in another process. */
export interface AtlasKeeper {
  current(db: Database): Promise<NamedAreas>;
}

export function openAtlasKeeper(): AtlasKeeper {
  let kept: { readonly names: number; readonly named: NamedAreas } | null = null;
  return {
    async current(db) {
      const [state] = await sql(db, 'gazetteer/find_state', {});
      if (!state) throw new Error('gazetteer_state has no row');
      if (kept?.names !== state.names) kept = { names: state.names, named: await loadNamedAreas(db) };
      return kept.named;
    },
  };
}

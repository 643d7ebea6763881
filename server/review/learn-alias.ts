import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { affectedByAlias } from './affected-by-alias.ts';
import type { OfficeAddress } from './identify-addresses.ts';

export interface AreaAlias {
  readonly areaId: number;
  readonly alias: string;
}

/** Teaches a further name of an area; returns the addresses whose records are to be placed again, null when it has the name already. */
export async function learnAlias(
  db: Database,
  alias: AreaAlias,
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<OfficeAddress[] | null> {
  const areas = await sql(db, 'areas/list', { level: null });
  const added = await sql(db, 'aliases/learn', { ...alias, by, now });
  if (added.length === 0) return null;
  await sql(db, 'gazetteer/raise', { names: true, decisions: false });
  return affectedByAlias(db, areas, alias);
}

/** Forgets a name that a person taught; returns the addresses whose records are to be placed again, null when nobody taught it. */
export async function forgetAlias(db: Database, alias: AreaAlias): Promise<OfficeAddress[] | null> {
  const gone = await sql(db, 'aliases/forget', { ...alias });
  if (gone.length === 0) return null;
  await sql(db, 'gazetteer/raise', { names: true, decisions: false });
  return affectedByAlias(db, await sql(db, 'areas/list', { level: null }), alias);
}

import type { Response } from 'express';
import type pg from 'pg';
import { type Database, transaction } from '../db/database.ts';
import type { Sight } from '../db/sight.ts';
import { sql } from '../db/sql.ts';

/** What a request reads through: a connection that lets nothing else out, and the same sight for the queries' own predicates. */
export interface View {
  readonly db: Database;
  readonly sight: Sight;
}

/** How reading begins; handed to the routes, so that the bench can measure what it costs by leaving it away. */
export type ReadAs = <T>(sight: Sight, work: (view: View) => Promise<T>) => Promise<T>;

export const readingFrom =
  (pool: pg.Pool): ReadAs =>
  (sight, work) =>
    withView(pool, sight, work);

/**
 * Runs `work` in a read-only transaction in the role of staff, with row-level security holding it to `sight`. Only `view.db` may
 * be used in it; entries of the trace go before or after.
 */
export function withView<T>(pool: pg.Pool, sight: Sight, work: (view: View) => Promise<T>): Promise<T> {
  return transaction(pool, async (db) => {
    await sql(db, 'views/open', sight);
    return work({ db, sight });
  });
}

/** What whoever made the request may see, as the guard found out. Throws when nobody did: nothing is shown to nobody. */
export function sightOf(res: Response): Sight {
  const { sight } = res.locals as { sight?: Sight };
  if (!sight) throw new Error(`the route ${res.req.path} was reached without the guard`);
  return sight;
}

import { type Database, transaction } from '../db/database.ts';
import type { OpenDatabase } from '../db/open.ts';

/** Taken for one transaction: a role that reads what is disclosed and nothing else, no writing, no names found by accident. */
const ENTER = `
  set transaction read only;
  set local role sunmap_public;
  set local search_path = pg_catalog`;

/** Runs `work` as the public; only the `db` handed to it sees what the public sees. Everything public is read through this. */
export function openPublicView<T>(pool: OpenDatabase['pool'], work: (db: Database) => Promise<T>): Promise<T> {
  return transaction(pool, async (view) => {
    await view.query(ENTER);
    return work(view);
  });
}

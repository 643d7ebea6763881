import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/** Whether there are records and all of them were made up. */
export async function isSynthetic(db: Database): Promise<boolean> {
  const origins = await sql(db, 'runs/list_origins', {});
  return origins.length > 0 && origins.every((origin) => origin.synthetic);
}

import { readFileSync } from 'node:fs';
import type { Database } from './database.ts';

const STATEMENT = readFileSync(new URL('../../sql/refresh_statistics.sql', import.meta.url), 'utf8');

/** To be called when many records came or moved; takes a fraction of a second, whatever their number. */
export async function refreshStatistics(db: Database): Promise<void> {
  await db.query(STATEMENT);
}

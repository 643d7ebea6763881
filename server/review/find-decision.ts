import type { StoredDecision } from '../db/address-queries.ts';
import type { Database } from '../db/database.ts';
import { type AreaSight, EVERYTHING } from '../db/sight.ts';
import { sql } from '../db/sql.ts';
import type { OfficeAddress } from './identify-addresses.ts';

/** The decision that counts for an address; null when there is none. */
export async function findDecision(
  db: Database,
  { countyCode, address }: OfficeAddress,
  sight: AreaSight = EVERYTHING,
): Promise<StoredDecision | null> {
  const [found] = await sql(db, 'decisions/list', { ...sight, id: null, countyCode, address, limit: 1, offset: 0 });
  return found ?? null;
}

/** The decision with an id, if it counts. */
export async function findDecisionById(db: Database, id: number): Promise<StoredDecision | null> {
  const any = { countyCode: null, address: null, limit: 1, offset: 0 };
  const [found] = await sql(db, 'decisions/list', { ...EVERYTHING, ...any, id });
  return found ?? null;
}

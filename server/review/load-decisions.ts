import { addressKey } from '../../geodata/geocode/address-key.ts';
import type { DecidedPlace } from '../../geodata/geocode/atlas.ts';
import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/** What was decided about addresses, by the county whose office wrote them. */
export interface Decisions {
  find(countyCode: string, address: string): DecidedPlace | null;
}

/** All decisions that count, as they stand now; null when there is none, so that an import need not look. */
export async function loadDecisions(db: Database): Promise<Decisions | null> {
  const rows = await sql(db, 'decisions/list_live', {});
  if (rows.length === 0) return null;
  const places = new Map<string, DecidedPlace>();
  for (const { countyCode, address, areaId, lng, lat } of rows) {
    const position = lng === null || lat === null ? null : ([lng, lat] as const);
    places.set(`${countyCode} ${address}`, { areaId, position });
  }
  return { find: (countyCode, address) => places.get(`${countyCode} ${addressKey(address)}`) ?? null };
}

import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/** An address of the records that one office supplied; `address` is an address key. */
export interface OfficeAddress {
  readonly countyCode: string;
  readonly address: string;
}

/** The short ids by which the database finds addresses, in their order. */
export async function identifyAddresses(db: Database, addresses: readonly OfficeAddress[]): Promise<string[]> {
  const rows = await sql(db, 'addresses/identify', {
    countyCodes: addresses.map(({ countyCode }) => countyCode),
    addresses: addresses.map(({ address }) => address),
  });
  return rows.map(({ id }) => id);
}

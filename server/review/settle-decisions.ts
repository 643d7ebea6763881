import type { DeclaredDataset } from '../dataset/datasets.ts';
import { type Database, transaction } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { identifyAddresses } from './identify-addresses.ts';
import { placeAddresses } from './place-addresses.ts';

/** Clocks of machines that share a database may differ by so much, in milliseconds. */
const CLOCKS_APART = 300_000;

/**
 * Places records again whose address was decided on, or a decision about it taken back, while they were being placed by what was
 * known before. To be called at the end of whatever places records for longer than a moment.
 */
export async function settleDecisions(
  db: Database,
  declared: Pick<DeclaredDataset, 'key' | 'dataset'>,
  startedAt: Date,
): Promise<void> {
  if (declared.dataset.place.address === undefined) return;
  const changed = await sql(db, 'decisions/list_changed', { since: new Date(startedAt.getTime() - CLOCKS_APART) });
  if (changed.length === 0) return;
  await transaction(db, async (db) => {
    const ids = await identifyAddresses(db, changed);
    await placeAddresses(db, { ids, everywhere: true }, [declared]);
  });
}

import type { Entry } from '../../geodata/model/record.ts';
import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/**
 * Keeps the records that these entries are about to change, as they are, so that the import can be undone and told from the one
 * before. In the transaction that changes them, before it does; keys are distinct.
 */
export async function keepFormer(
  db: Database,
  run: { readonly countyCode: string; readonly datasetId: number; readonly runId: number },
  entries: readonly Pick<Entry, 'key' | 'contentHash'>[],
): Promise<void> {
  await sql(db, 'former_records/insert_batch', {
    ...run,
    keys: entries.map(({ key }) => key),
    contentHashes: entries.map(({ contentHash }) => contentHash),
  });
}

/** Remembers that the file of an import holds these rows, some of which were there already and so do not name it. */
export async function confirm(
  db: Database,
  runId: number,
  entries: readonly Pick<Entry, 'key' | 'line'>[],
): Promise<void> {
  const firstLine = entries.reduce((least, { line }) => Math.min(least, line), Number.POSITIVE_INFINITY);
  await sql(db, 'confirmed_batches/insert', { runId, firstLine, keys: entries.map(({ key }) => key) });
}

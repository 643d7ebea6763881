import { moveBatch, placeRows } from '../area/move-records.ts';
import { type DeclaredDataset, listDatasets } from '../dataset/datasets.ts';
import type { Database } from '../db/database.ts';
import { EVERYTHING } from '../db/sight.ts';
import { sql } from '../db/sql.ts';
import { loadKnownIds } from '../import/known-ids.ts';
import { openPlacer } from '../import/open-placer.ts';

const BATCH = 5_000;

/** Which records: those at the addresses with these ids; `everywhere` also those that have a place for sure, which takes a look at all. */
export interface AtAddresses {
  readonly ids: readonly string[];
  readonly everywhere: boolean;
}

/**
 * Places the records at some addresses again, of every dataset, in the transaction of the caller; says how many moved. Where a
 * record lies follows from what it says, the areas and the decisions alone: so this is what applies a decision and what undoes it.
 */
export async function placeAddresses(db: Database, at: AtAddresses): Promise<number> {
  let moved = 0;
  for (const declared of await listDatasets(db, EVERYTHING)) moved += await placeDatasetAddresses(db, declared, at);
  return moved;
}

/** The same for one dataset. */
export async function placeDatasetAddresses(
  db: Database,
  { key: datasetId, dataset }: Pick<DeclaredDataset, 'key' | 'dataset'>,
  { ids, everywhere }: AtAddresses,
): Promise<number> {
  if (dataset.place.address === undefined || ids.length === 0) return 0;
  const nextRows = ({ countyCode, key }: { countyCode: string; key: string }) =>
    sql(db, 'records/list_at_addresses', {
      datasetId,
      ids: [...ids],
      everywhere,
      afterCounty: countyCode,
      afterKey: key,
      limit: BATCH,
    });
  let rows = await nextRows({ countyCode: '', key: '' });
  if (rows.length === 0) return 0;
  const placeBatch = await openPlacer(db, dataset);
  const known = await loadKnownIds(db, datasetId);
  let moved = 0;
  for (let last = rows.at(-1); last !== undefined; last = rows.at(-1)) {
    moved += await moveBatch(db, known, await placeRows(rows, placeBatch));
    rows = await nextRows(last);
  }
  if (moved > 0) await sql(db, 'datasets/raise_revision', { datasetId });
  return moved;
}

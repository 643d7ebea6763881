import { type DeclaredDataset, listDatasets } from '../dataset/datasets.ts';
import { type Database, transaction } from '../db/database.ts';
import type { Box } from '../db/queries.ts';
import { refreshStatistics } from '../db/refresh-statistics.ts';
import { EVERYTHING } from '../db/sight.ts';
import { sql } from '../db/sql.ts';
import { loadKnownIds } from '../import/known-ids.ts';
import { openPlacer } from '../import/open-placer.ts';
import { settleDecisions } from '../review/settle-decisions.ts';
import { type KeyedRow, moveBatch, placeRows } from './move-records.ts';

const BATCH = 5_000;

/**
 * Places records again, after areas inside `box` changed; says how many moved. What a record says of its place is kept as
 * written. Records that lie by their coordinates alone, outside the box, cannot be concerned and are left in peace.
 */
export async function placeAgain(db: Database, box: Box, onProgress: (sentence: string) => void): Promise<number> {
  let moved = 0;
  for (const declared of await listDatasets(db, EVERYTHING)) {
    const here = await placeDatasetAgain(db, declared, box);
    if (here > 0) onProgress(`${declared.dataset.id}: ${here} records found another place`);
    moved += here;
  }
  if (moved > 0) await refreshStatistics(db);
  return moved;
}

async function placeDatasetAgain(
  db: Database,
  { key: datasetId, dataset }: DeclaredDataset,
  box: Box,
): Promise<number> {
  const boxed = Object.keys(dataset.place).join() === 'coordinates' && box.west !== null;
  const nextRows = ({ countyCode, key }: KeyedRow) =>
    sql(db, 'records/list_whereabouts', {
      ...box,
      boxed,
      datasetId,
      afterCounty: countyCode,
      afterKey: key,
      limit: BATCH,
    });
  let rows = await nextRows({ countyCode: '', key: '' });
  if (rows.length === 0) return 0;
  const startedAt = new Date();
  const placeBatch = await openPlacer(db, dataset);
  const known = await loadKnownIds(db, datasetId);
  let moved = 0;
  while (rows.length > 0) {
    const placed = await placeRows(rows, placeBatch);
    moved += await transaction(db, (db) => moveBatch(db, known, placed));
    rows = await nextRows(rows.at(-1) as KeyedRow);
  }
  if (moved > 0) await sql(db, 'datasets/raise_revision', { datasetId });
  await settleDecisions(db, { key: datasetId, dataset }, startedAt);
  return moved;
}

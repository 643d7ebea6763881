import type { Placement, Whereabouts } from '../../geodata/model/record.ts';
import { type DeclaredDataset, listDatasets } from '../dataset/datasets.ts';
import { type Database, transaction } from '../db/database.ts';
import type { Box } from '../db/queries.ts';
import { refreshStatistics } from '../db/refresh-statistics.ts';
import { EVERYTHING } from '../db/sight.ts';
import { sql } from '../db/sql.ts';
import { type KnownIds, learnCells, learnPlaces, loadKnownIds, placeKey } from '../import/known-ids.ts';
import { openPlacer } from '../import/open-placer.ts';

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
  const nextRows = ({ countyCode, key }: Row) =>
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
  const placeBatch = await openPlacer(db, dataset);
  const known = await loadKnownIds(db, datasetId);
  let moved = 0;
  while (rows.length > 0) {
    const placements = await placeBatch(rows.map(({ whereabouts }) => completed(whereabouts)));
    const placed = rows.map((row, i) => ({ ...row, placement: placements[i] as Placement }));
    moved += await transaction(db, (db) => moveBatch(db, known, placed));
    rows = await nextRows(rows.at(-1) as Row);
  }
  if (moved > 0) await sql(db, 'datasets/raise_revision', { datasetId });
  return moved;
}

interface Row {
  readonly countyCode: string;
  readonly key: string;
}

/** Moves placed records whose place is another one; says how many. */
export async function moveBatch(
  db: Database,
  known: KnownIds,
  rows: readonly (Row & { placeId: number; placement: Placement })[],
): Promise<number> {
  await learnPlaces(
    db,
    known,
    rows.map(({ placement }) => placeKey(placement.areaIds)),
  );
  const moving = rows
    .map((row) => ({ ...row, to: known.places.get(placeKey(row.placement.areaIds)) as number }))
    .filter(({ placeId, to }) => placeId !== to);
  if (moving.length === 0) return 0;
  await learnCells(
    db,
    known,
    moving.map(({ placement }) => placement.cell),
  );
  const moved = await sql(db, 'records/move_batch', {
    datasetId: known.datasetId,
    countyCodes: moving.map(({ countyCode }) => countyCode),
    keys: moving.map(({ key }) => key),
    placeIds: moving.map(({ to }) => to),
    grades: moving.map(({ placement }) => placement.grade),
    scores: moving.map(({ placement }) => placement.score),
    placeProblems: moving.map(({ placement }) => placement.problem),
    lngs: moving.map(({ placement }) => placement.position?.[0] ?? null),
    lats: moving.map(({ placement }) => placement.position?.[1] ?? null),
    cells: moving.map(({ placement }) => placement.cell),
  });
  return moved.length;
}

const NOWHERE: Whereabouts = { lng: null, lat: null, areaCode: null, areaName: null, parentName: null, address: null };
export const completed = (where: Partial<Whereabouts>): Whereabouts => ({ ...NOWHERE, ...where });

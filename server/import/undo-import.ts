import type { Placement } from '../../geodata/model/record.ts';
import { moveBatch, placeRows } from '../area/move-records.ts';
import type { DeclaredDataset } from '../dataset/datasets.ts';
import { type Database, transaction } from '../db/database.ts';
import { refreshStatistics } from '../db/refresh-statistics.ts';
import type { OfRuns, StoredRun } from '../db/run-queries.ts';
import { EVERYTHING } from '../db/sight.ts';
import { sql } from '../db/sql.ts';
import { Problem } from '../problem.ts';
import type { ImportWitness } from './import-witness.ts';
import { loadKnownIds } from './known-ids.ts';
import { openPlacer } from './open-placer.ts';
import { findRun, withContinued } from './runs.ts';

/** Rows of one transaction: others wait for the connection no longer than these take. */
const BATCH = 2_000;
/** No place has this number. */
const UNKNOWN = -1;

export interface UndoOptions {
  readonly declared: DeclaredDataset;
  /** For imports of a version that did not note their county. */
  readonly countyCode: string;
  /** What people call whoever takes it back. */
  readonly undoneBy: string;
  readonly witness?: ImportWitness;
}

export interface Undone {
  readonly removed: number;
  readonly restored: number;
}

/**
 * Marks an import, with those that it continues, as being taken back. Throws a 409 with a sentence while it runs, when it is undone
 * already, and when a later import changed or confirmed the same rows: that one has to be undone first.
 */
export async function beginUndo(db: Database, run: StoredRun, options: UndoOptions): Promise<void> {
  const of = await recordsOf(db, run, options);
  await refuseUnlessLast(db, run, of);
  const begun = await sql(db, 'runs/begin_undo', { ids: of.runIds, now: new Date() });
  if (begun.length === 0) throw refusal(run);
}

/**
 * Takes the whole effect of an import back, in batches of one transaction each: rows that it changed get their former content, rows
 * that it added go. Killed at any moment, it can be run again to the same end. The import stays in the list as undone.
 */
export async function undoImport(db: Database, runId: number, options: UndoOptions): Promise<Undone> {
  const { declared, undoneBy, witness } = options;
  const run = await findRun(db, EVERYTHING, runId);
  const of = await recordsOf(db, run, options);
  const end = (undoneAt: Date | null, error: string | null) =>
    sql(db, 'runs/end_undo', { ids: of.runIds, undoneAt, undoneBy: undoneAt && undoneBy, error });
  try {
    // Another import may have come between the asking and now.
    await refuseUnlessLast(db, run, of);
  } catch (error) {
    await end(null, (error as Error).message);
    throw error;
  }
  const restored = await restoreChanged(db, declared, of);
  const removed = await removeAdded(db, of);
  await refuseUnlessLast(db, run, of);
  await refreshStatistics(db);
  await transaction(db, async (db) => {
    await sql(db, 'confirmed_batches/delete', { runIds: of.runIds });
    await sql(db, 'datasets/raise_revision', { datasetId: of.datasetId });
    await sql(db, 'runs/end_undo', { ids: of.runIds, undoneAt: new Date(), undoneBy, error: null });
    await witness?.undone(db, { runId, removed, restored });
  });
  return { removed, restored };
}

async function recordsOf(db: Database, run: StoredRun, { declared, countyCode }: UndoOptions): Promise<OfRuns> {
  return {
    countyCode: run.countyCode ?? countyCode,
    datasetId: declared.key,
    runIds: await withContinued(db, run),
  };
}

async function refuseUnlessLast(db: Database, run: StoredRun, of: OfRuns): Promise<void> {
  if (run.state === 'running' || run.undoneAt !== null) throw refusal(run);
  const replacing = await sql(db, 'former_records/list_replacing', of);
  const later = replacing.length > 0 ? replacing : await sql(db, 'runs/list_confirming', of);
  const last = later.at(-1);
  if (!last) return;
  const { id, fileName, startedAt } = await findRun(db, EVERYTHING, last.id);
  const when = startedAt.toISOString().slice(0, 16).replace('T', ' ');
  throw new Problem(
    409,
    `第 ${id} 次导入（${fileName}，${when} UTC）改动或确认了同样的行；请先撤销那一次。 ` +
      `Import ${id} (${fileName}, ${when} UTC) changed or confirmed the same rows; undo that one first.`,
  );
}

function refusal({ id, state }: StoredRun): Problem {
  if (state === 'running')
    return new Problem(
      409,
      `第 ${id} 次导入还在进行，结束后才能撤销。 Import ${id} is still running; undo it when it has ended.`,
    );
  return new Problem(409, `第 ${id} 次导入已经撤销。 Import ${id} is undone already.`);
}

async function restoreChanged(db: Database, { dataset, key }: DeclaredDataset, of: OfRuns): Promise<number> {
  const next = (afterKey: string) => ({ ...of, afterKey, limit: BATCH });
  let afterKey = '';
  let rows = await sql(db, 'former_records/list_whereabouts', next(afterKey));
  if (rows.length === 0) return 0;
  const placeBatch = await openPlacer(db, dataset);
  const known = await loadKnownIds(db, key);
  let restored = 0;
  while (rows.length > 0) {
    // Areas may have changed since: what is restored is placed as it would be placed today.
    const placed = await placeRows(
      rows.map((row) => ({ ...row, countyCode: of.countyCode })),
      placeBatch,
    );
    const placementOf = new Map(placed.map(({ key, placement }) => [key, placement]));
    restored += await transaction(db, async (db) => {
      const back = await sql(db, 'former_records/restore_batch', next(afterKey));
      // All of it is written, what an address told of its certainty too, though the place be the same.
      const moved = back.map((row) => ({
        ...row,
        placeId: UNKNOWN,
        placement: placementOf.get(row.key) as Placement,
      }));
      await moveBatch(db, known, moved);
      await sql(db, 'datasets/raise_revision', { datasetId: of.datasetId });
      return back.length;
    });
    afterKey = rows.at(-1)?.key as string;
    rows = await sql(db, 'former_records/list_whereabouts', next(afterKey));
  }
  return restored;
}

async function removeAdded(db: Database, of: OfRuns): Promise<number> {
  let removed = 0;
  for (let afterKey: string | null = ''; afterKey !== null; ) {
    const [batch] = await transaction(db, async (db) => {
      const gone = await sql(db, 'records/delete_added', { ...of, afterKey: afterKey as string, limit: BATCH });
      await sql(db, 'datasets/raise_revision', { datasetId: of.datasetId });
      return gone;
    });
    removed += batch?.removed ?? 0;
    afterKey = batch?.lastKey ?? null;
  }
  return removed;
}

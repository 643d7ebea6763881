import { resolveDecisions, type Standing } from '../../geodata/operators/resolve-decisions.ts';
import { type Database, transaction } from '../db/database.ts';
import type { StandingRow } from '../db/operator-queries.ts';
import { EVERYTHING } from '../db/sight.ts';
import { sql } from '../db/sql.ts';

/**
 * Brings `counted_operator` of a dataset in line with the decisions in force and the list of placeholders, in the caller's
 * transaction. Returns how many operators count differently now; the caller raises the dataset's revision.
 */
export async function settleOperators(db: Database, datasetId: number): Promise<number> {
  const standingOf = resolveDecisions(await sql(db, 'operator_decisions/list', { datasetId, undoneToo: false }));
  return settle(db, datasetId, await sql(db, 'operators/list_standing', { datasetId }), standingOf);
}

/** The same after an import brought new names: only they are looked at, unless somebody decided about one of them before. */
export async function settleAdded(
  db: Database,
  datasetId: number,
  added: readonly { readonly id: number; readonly name: string }[],
): Promise<number> {
  const decisions = await sql(db, 'operator_decisions/list', { datasetId, undoneToo: false });
  const decided = new Set(
    decisions.flatMap(({ names, countsAs }) => (countsAs === null ? names : [...names, countsAs])),
  );
  if (added.some(({ name }) => decided.has(name))) return settleOperators(db, datasetId);
  const fresh = added.map(({ id, name }) => ({ id, name, countsAsId: null, namesNobody: false }));
  return settle(db, datasetId, fresh, resolveDecisions([]));
}

/** The same for every dataset: after an update of the program the list of placeholders may be another. */
export async function settleEveryDataset(db: Database): Promise<void> {
  for (const { id: datasetId } of await sql(db, 'datasets/list', { ...EVERYTHING, code: null })) {
    await transaction(db, async (db) => {
      if ((await settleOperators(db, datasetId)) > 0) await sql(db, 'datasets/raise_revision', { datasetId });
    });
  }
}

async function settle(
  db: Database,
  datasetId: number,
  rows: readonly StandingRow[],
  standingOf: (name: string) => Standing,
): Promise<number> {
  const ids = new Map(rows.map(({ id, name }) => [name, id]));
  const targets = new Set(rows.map(({ name }) => standingOf(name).countsAs).filter((name) => !ids.has(name)));
  // What a name counts as may not have come with any file yet, or no longer.
  if (targets.size > 0) {
    const added = await sql(db, 'operators/upsert_batch', { datasetId, names: [...targets] });
    for (const { id, name } of added) ids.set(name, id);
  }
  const changed = rows.flatMap(({ id, name, countsAsId, namesNobody }) => {
    const { countsAs, nobody } = standingOf(name);
    const target = countsAs === name ? null : (ids.get(countsAs) ?? null);
    return target === countsAsId && nobody === namesNobody ? [] : [{ id, target, nobody }];
  });
  if (changed.length === 0) return 0;
  const settled = await sql(db, 'operators/settle', {
    ids: changed.map(({ id }) => id),
    countsAsIds: changed.map(({ target }) => target),
    namesNobody: changed.map(({ nobody }) => nobody),
  });
  return settled.length;
}

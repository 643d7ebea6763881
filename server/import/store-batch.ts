import type { Dataset } from '../../geodata/model/dataset.ts';
import type { Entry, Placement, Rejection, Whereabouts } from '../../geodata/model/record.ts';
import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { type KnownIds, learnCells, learnOperators, learnPlaces, placeKey } from './known-ids.ts';

export interface Placed {
  readonly entry: Entry;
  readonly placement: Placement;
}

export interface BatchTarget {
  readonly countyCode: string;
  readonly runId: number;
  readonly dataset: Dataset;
  readonly known: KnownIds;
}

/**
 * Stores placed entries; says how many were new and how many changed. The same row twice in a batch is stored once: the entry
 * reader has seen to it that rows with the same key are the same. Keys go in order, so that two imports cannot block each other
 * for ever.
 */
export async function storeBatch(
  db: Database,
  { countyCode, runId, dataset, known }: BatchTarget,
  batch: readonly Placed[],
): Promise<{ stored: number; updated: number }> {
  const rows = [...new Map(batch.map((placed) => [placed.entry.key, placed])).values()].sort((a, b) =>
    a.entry.key < b.entry.key ? -1 : 1,
  );
  if (rows.length === 0) return { stored: 0, updated: 0 };
  const entries = rows.map(({ entry }) => entry);
  const placements = rows.map(({ placement }) => placement);
  const places = placements.map(({ areaIds }) => placeKey(areaIds));
  await learnOperators(
    db,
    known,
    entries.map(({ operator }) => operator),
  );
  await learnPlaces(db, known, places);
  await learnCells(
    db,
    known,
    placements.map(({ cell }) => cell),
  );
  const aside = new Set(dataset.setAside?.categories);

  const [counts] = await sql(db, 'records/upsert_batch', {
    countyCode,
    datasetId: known.datasetId,
    runId,
    keys: entries.map(({ key }) => key),
    lines: entries.map(({ line }) => line),
    contentHashes: entries.map(({ contentHash }) => contentHash),
    placeIds: places.map((key) => idOf(known.places, key)),
    grades: placements.map(({ grade }) => grade),
    scores: placements.map(({ score }) => score),
    placeProblems: placements.map(({ problem }) => problem),
    happenedOn: entries.map(({ happenedOn }) => happenedOn),
    amounts: entries.map(({ amount }) => amount),
    operatorIds: entries.map(({ operator }) => (operator === null ? null : idOf(known.operators, operator))),
    holders: entries.map(({ holder }) => holder),
    categories: entries.map(({ category }) => category),
    setAsides: entries.map(({ category }) => category !== null && aside.has(category)),
    whereabouts: entries.map(({ where }) => JSON.stringify(withoutNulls(where))).join('\n'),
    lngs: placements.map(({ position }) => position?.[0] ?? null),
    lats: placements.map(({ position }) => position?.[1] ?? null),
    cells: placements.map(({ cell }) => cell),
    fields: entries.map(({ fields }) => JSON.stringify(fields)).join('\n'),
  });
  return counts ?? { stored: 0, updated: 0 };
}

export async function storeRejections(db: Database, runId: number, rejections: readonly Rejection[]): Promise<void> {
  if (rejections.length === 0) return;
  await sql(db, 'rejections/insert_batch', {
    runId,
    lines: rejections.map(({ line }) => line),
    reasons: rejections.map(({ reason }) => reason),
    details: rejections.map(({ detail }) => detail),
    bodies: rejections.map(({ text }) => text),
  });
}

const withoutNulls = (where: Whereabouts) =>
  Object.fromEntries(Object.entries(where).filter(([, text]) => text !== null));

function idOf(ids: ReadonlyMap<string, number>, name: string): number {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`“${name}” has no id although it was just stored`);
  return id;
}

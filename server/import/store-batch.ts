import type { Dataset } from '../../geodata/model/dataset.ts';
import type { Entry, Placement, Rejection, Whereabouts } from '../../geodata/model/record.ts';
import { booleanArray, dateArray, floatArray, intArray, jsonbArray, textArray } from '../db/binary-array.ts';
import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { confirm, keepFormer } from './keep-former.ts';
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
 * Stores placed entries; says how many were new and how many changed. A record whose content is the same keeps its row untouched,
 * so importing a file again writes nothing. The same row twice in a batch is stored once: the entry reader has seen to it that
 * rows with the same key are the same. Keys go in order, so that two imports cannot block each other for ever. Must run while the
 * transaction holds the dataset's row (`datasets/raise_revision`): nobody else stores the same keys between looking and writing.
 */
export async function storeBatch(
  db: Database,
  target: BatchTarget,
  batch: readonly Placed[],
): Promise<{ stored: number; updated: number }> {
  const { countyCode, runId, known } = target;
  const { datasetId } = known;
  const rows = [...new Map(batch.map((placed) => [placed.entry.key, placed])).values()].sort((a, b) =>
    a.entry.key < b.entry.key ? -1 : 1,
  );
  if (rows.length === 0) return { stored: 0, updated: 0 };
  const keys = textArray(rows.map(({ entry }) => entry.key));
  const stored = await sql(db, 'records/list_hashes', { countyCode, datasetId, keys });
  const hashes = new Map(stored.map(({ key, contentHash }) => [key, contentHash]));
  const written = rows.filter(({ entry }) => hashes.get(entry.key) !== entry.contentHash);
  const updated = written.filter(({ entry }) => hashes.has(entry.key)).map(({ entry }) => entry);
  if (updated.length > 0) await keepFormer(db, { countyCode, datasetId, runId }, updated);
  if (written.length > 0) await writeRows(db, target, written);
  if (written.length < rows.length) {
    await confirm(
      db,
      runId,
      rows.map(({ entry }) => entry),
    );
  }
  return { stored: written.length - updated.length, updated: updated.length };
}

async function writeRows(
  db: Database,
  { countyCode, runId, dataset, known }: BatchTarget,
  rows: readonly Placed[],
): Promise<void> {
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

  const [done] = await sql(db, 'records/upsert_batch', {
    countyCode,
    datasetId: known.datasetId,
    runId,
    keys: textArray(entries.map(({ key }) => key)),
    lines: intArray(entries.map(({ line }) => line)),
    contentHashes: textArray(entries.map(({ contentHash }) => contentHash)),
    placeIds: intArray(places.map((key) => idOf(known.places, key))),
    grades: textArray(placements.map(({ grade }) => grade)),
    scores: floatArray(placements.map(({ score }) => score)),
    placeProblems: textArray(placements.map(({ problem }) => problem)),
    happenedOn: dateArray(entries.map(({ happenedOn }) => happenedOn)),
    // As text: a double on its way to a number of the database is cut to 15 digits.
    amounts: textArray(entries.map(({ amount }) => (amount === null ? null : `${amount}`))),
    operatorIds: intArray(entries.map(({ operator }) => (operator === null ? null : idOf(known.operators, operator)))),
    holders: textArray(entries.map(({ holder }) => holder)),
    categories: textArray(entries.map(({ category }) => category)),
    setAsides: booleanArray(entries.map(({ category }) => category !== null && aside.has(category))),
    whereabouts: jsonbArray(entries.map(({ where }) => JSON.stringify(withoutNulls(where)))),
    lngs: floatArray(placements.map(({ position }) => position?.[0] ?? null)),
    lats: floatArray(placements.map(({ position }) => position?.[1] ?? null)),
    cells: textArray(placements.map(({ cell }) => cell)),
    fields: jsonbArray(entries.map(({ fields }) => JSON.stringify(fields))),
  });
  if (done?.written !== rows.length) throw new Error(`${done?.written} of ${rows.length} records were written`);
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

function withoutNulls(where: Whereabouts): Partial<Whereabouts> {
  const present: Record<string, string> = {};
  for (const part in where) {
    const text = where[part as keyof Whereabouts];
    if (text !== null && text !== undefined) present[part] = text;
  }
  return present;
}

function idOf(ids: ReadonlyMap<string, number>, name: string): number {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`“${name}” has no id although it was just stored`);
  return id;
}

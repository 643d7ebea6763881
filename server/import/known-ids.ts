import { parentOf } from '../../geodata/h3/cells.ts';
import type { Cell } from '../../geodata/model/place.ts';
import type { Database } from '../db/database.ts';
import { EVERYTHING } from '../db/sight.ts';
import { sql } from '../db/sql.ts';
import { settleAdded } from '../operator/settle-operators.ts';

/** The short ids by which records name operators and places, kept in memory while an import runs. */
export interface KnownIds {
  readonly datasetId: number;
  readonly operators: Map<string, number>;
  readonly places: Map<string, number>;
  readonly cells: Set<Cell>;
}

export async function loadKnownIds(db: Database, datasetId: number): Promise<KnownIds> {
  const operators = await sql(db, 'operators/list', { ...EVERYTHING, datasetId });
  const places = await sql(db, 'places/list', {});
  return {
    datasetId,
    operators: new Map(operators.map(({ id, name }) => [name, id])),
    places: new Map(places.map(({ id, areaIds }) => [placeKey(areaIds), id])),
    cells: new Set(),
  };
}

/** A place's areas as the text that PostgreSQL reads as an array: ascending, so that equal sets are equal texts. */
export const placeKey = (areaIds: readonly number[]): string => `{${[...areaIds].sort((a, b) => a - b).join(',')}}`;

/** What the database holds of a name that another process may have added meanwhile; asked only when an insert finds it taken. */
export async function learnOperators(db: Database, known: KnownIds, names: Iterable<string | null>): Promise<void> {
  const unknown = new Set([...names].filter((name) => name !== null && !known.operators.has(name)) as string[]);
  if (unknown.size === 0) return;
  const added = await sql(db, 'operators/upsert_batch', { datasetId: known.datasetId, names: [...unknown] });
  for (const { id, name } of added) known.operators.set(name, id);
  if (added.length > 0) await settleAdded(db, known.datasetId, added);
  if (added.length === unknown.size) return;
  for (const { id, name } of await sql(db, 'operators/list', { ...EVERYTHING, datasetId: known.datasetId })) {
    known.operators.set(name, id);
  }
}

export async function learnPlaces(db: Database, known: KnownIds, keys: Iterable<string>): Promise<void> {
  const unknown = new Set([...keys].filter((key) => !known.places.has(key)));
  if (unknown.size === 0) return;
  const added = await sql(db, 'places/upsert_batch', { areaIds: [...unknown] });
  for (const { id, areaIds } of added) known.places.set(placeKey(areaIds), id);
  await sql(db, 'places/insert_areas', { placeIds: added.map(({ id }) => id) });
  if (added.length === unknown.size) return;
  for (const { id, areaIds } of await sql(db, 'places/list', {})) known.places.set(placeKey(areaIds), id);
}

export async function learnCells(db: Database, known: KnownIds, cells: Iterable<Cell | null>): Promise<void> {
  const unknown = [...new Set([...cells].filter((cell) => cell !== null && !known.cells.has(cell)) as Cell[])];
  if (unknown.length === 0) return;
  await sql(db, 'cells/upsert_batch', {
    cells: unknown,
    cells8: unknown.map((cell) => parentOf(cell, 8)),
    cells7: unknown.map((cell) => parentOf(cell, 7)),
  });
  for (const cell of unknown) known.cells.add(cell);
}

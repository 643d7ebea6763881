import { moveBatch, placeRows } from '../area/move-records.ts';
import { type DeclaredDataset, listDatasets } from '../dataset/datasets.ts';
import type { Database } from '../db/database.ts';
import { EVERYTHING } from '../db/sight.ts';
import { sql } from '../db/sql.ts';
import { type KnownIds, placeKey } from '../import/known-ids.ts';
import { openPlacer } from '../import/open-placer.ts';
import { loadNamedAreas, type NamedAreas } from './named-areas.ts';

const BATCH = 5_000;

/** Which records: those at the addresses with these ids; `everywhere` also those that have a place for sure, which takes a look at all. */
export interface AtAddresses {
  readonly ids: readonly string[];
  readonly everywhere: boolean;
}

/**
 * Places the records at some addresses again, of these datasets or of all, in the transaction of the caller; says how many moved. Where
 * a record lies follows from what it says, the areas and the decisions alone: so this is what applies a decision, and what undoes it.
 */
export async function placeAddresses(
  db: Database,
  { ids, everywhere }: AtAddresses,
  datasets: readonly Pick<DeclaredDataset, 'key' | 'dataset'>[] | null = null,
): Promise<number> {
  if (ids.length === 0) return 0;
  let tools: Tools | null = null;
  let moved = 0;
  for (const { key: datasetId, dataset } of datasets ?? (await listDatasets(db, EVERYTHING))) {
    if (dataset.place.address === undefined) continue;
    const at = { datasetId, ids: [...ids], everywhere, limit: BATCH };
    let rows = await sql(db, 'records/list_at_addresses', { ...at, afterCounty: '', afterKey: '' });
    if (rows.length === 0) continue;
    tools ??= await loadTools(db);
    const known: KnownIds = { datasetId, operators: new Map(), places: tools.places, cells: new Set() };
    const placeBatch = await openPlacer(db, dataset, tools.names);
    let here = 0;
    for (let last = rows.at(-1); last !== undefined; last = rows.at(-1)) {
      here += await moveBatch(db, known, await placeRows(rows, placeBatch));
      if (rows.length < BATCH) break;
      rows = await sql(db, 'records/list_at_addresses', { ...at, afterCounty: last.countyCode, afterKey: last.key });
    }
    if (here > 0) await sql(db, 'datasets/raise_revision', { datasetId });
    moved += here;
  }
  return moved;
}

/** What all datasets are placed by. */
interface Tools {
  readonly names: NamedAreas;
  readonly places: Map<string, number>;
}

async function loadTools(db: Database): Promise<Tools> {
  const places = await sql(db, 'places/list', {});
  return {
    names: await loadNamedAreas(db),
    places: new Map(places.map(({ id, areaIds }) => [placeKey(areaIds), id])),
  };
}

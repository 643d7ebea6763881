import { SHIPPED } from '../../geodata/datasets/shipped.ts';
import type { Dataset } from '../../geodata/model/dataset.ts';
import { type Database, transaction } from '../db/database.ts';
import type { DatasetSight } from '../db/sight.ts';
import { sql } from '../db/sql.ts';
import { Problem } from '../problem.ts';

export interface DeclaredDataset {
  /** The short key in the database. */
  readonly key: number;
  readonly dataset: Dataset;
  readonly shipped: boolean;
  readonly revision: number;
}

export async function listDatasets(db: Database, sight: DatasetSight): Promise<DeclaredDataset[]> {
  return (await sql(db, 'datasets/list', { ...sight, code: null })).map(publish);
}

/** The dataset with an id. Throws a 404 that names those there are to see. */
export async function findDataset(db: Database, id: string, sight: DatasetSight): Promise<DeclaredDataset> {
  const [row] = await sql(db, 'datasets/list', { ...sight, code: id });
  if (row) return publish(row);
  const known = (await listDatasets(db, sight)).map(({ dataset }) => dataset.id).join(', ');
  throw new Problem(404, `There is no dataset “${id}”. Known datasets: ${known || 'none'}.`);
}

/** Declares a dataset or changes its declaration. Shipped datasets cannot be changed from outside. */
export async function declareDataset(db: Database, dataset: Dataset): Promise<DeclaredDataset> {
  if (SHIPPED.some(({ id }) => id === dataset.id)) {
    throw new Problem(409, `“${dataset.id}” is a dataset that Sunmap ships; choose another id.`);
  }
  return store(db, dataset, false);
}

/** Brings the shipped datasets up to date with this version of the program. */
export async function declareShipped(db: Database): Promise<void> {
  await transaction(db, async (db) => {
    for (const dataset of SHIPPED) await store(db, dataset, true);
  });
}

async function store(db: Database, dataset: Dataset, shipped: boolean): Promise<DeclaredDataset> {
  const declaration = JSON.stringify(dataset);
  const [row] = await sql(db, 'datasets/upsert', { code: dataset.id, declaration, shipped, now: new Date() });
  if (!row) throw new Error(`the dataset ${dataset.id} could not be stored`);
  return publish(row);
}

const publish = (row: { id: number; declaration: Dataset; shipped: boolean; revision: number }): DeclaredDataset => ({
  key: row.id,
  dataset: row.declaration,
  shipped: row.shipped,
  revision: row.revision,
});

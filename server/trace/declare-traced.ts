import type { Dataset } from '../../geodata/model/dataset.ts';
import type { Json } from '../../geodata/model/trace.ts';
import { type DeclaredDataset, declareDataset } from '../dataset/datasets.ts';
import { type Database, transaction } from '../db/database.ts';
import { EVERYTHING } from '../db/sight.ts';
import { sql } from '../db/sql.ts';
import type { Origin } from './origin-of.ts';
import type { Trace } from './trace.ts';

/** Declares a dataset and enters it, with the declaration before and after. Throws a 409 for a shipped one. */
export function declareTraced(
  db: Database,
  dataset: Dataset,
  { trace, origin }: { trace: Trace; origin: Origin },
): Promise<DeclaredDataset> {
  return transaction(db, async (db) => {
    const [known] = await sql(db, 'datasets/list', { ...EVERYTHING, code: dataset.id });
    const declared = await declareDataset(db, dataset);
    await trace.change(db, {
      ...origin,
      action: 'dataset.declare',
      subject: { kind: 'dataset', id: dataset.id },
      before: known ? asJson(known.declaration) : null,
      after: asJson(declared.dataset),
    });
    return declared;
  });
}

const asJson = (dataset: Dataset): Json => JSON.parse(JSON.stringify(dataset));

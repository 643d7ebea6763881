import type { DeclaredDataset } from '../dataset/datasets.ts';
import { type Database, transaction } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { Problem } from '../problem.ts';
import type { DecideOptions } from './decide.ts';
import { settleOperators } from './settle-operators.ts';

/** Takes a decision back: operators count as if it had never been made. Throws a 404 when there is none, or none any more. */
export function undoDecision(
  db: Database,
  { key: datasetId, dataset }: Pick<DeclaredDataset, 'key' | 'dataset'>,
  id: number,
  { trace, origin }: DecideOptions,
): Promise<void> {
  return transaction(db, async (db) => {
    await sql(db, 'datasets/raise_revision', { datasetId });
    const [undone] = await sql(db, 'operator_decisions/undo', {
      id,
      datasetId,
      undoneBy: origin.actor.name,
      now: new Date(),
    });
    if (!undone) {
      throw new Problem(404, `没有可撤销的裁定 ${id}。There is no decision ${id} to take back.`);
    }
    await settleOperators(db, datasetId);
    await trace.change(db, {
      ...origin,
      action: 'operator.undo',
      subject: { kind: 'dataset', id: dataset.id },
      before: { decision: id, verdict: undone.verdict, names: undone.names },
    });
  });
}

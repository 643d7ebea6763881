import type { OperatorDecision } from '../../geodata/model/operator-api.ts';
import type { Database } from '../db/database.ts';
import type { DecisionRow } from '../db/operator-queries.ts';
import { sql } from '../db/sql.ts';

/** Every decision about a dataset's names, newest first, with those that were taken back. */
export async function listDecisions(db: Database, datasetId: number): Promise<OperatorDecision[]> {
  const rows = await sql(db, 'operator_decisions/list', { datasetId, undoneToo: true });
  return rows.reverse().map(publish);
}

const publish = ({ decidedAt, undoneAt, ...row }: DecisionRow): OperatorDecision => ({
  ...row,
  decidedAt: decidedAt.toISOString(),
  undoneAt: undoneAt?.toISOString() ?? null,
});

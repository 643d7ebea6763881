import type { DecideRequest, Verdict } from '../../geodata/model/operator-api.ts';
import { plainName } from '../../geodata/operators/plain-name.ts';
import type { DeclaredDataset } from '../dataset/datasets.ts';
import { type Database, transaction } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { Problem } from '../problem.ts';
import type { Origin } from '../trace/origin-of.ts';
import type { Trace } from '../trace/trace.ts';
import { settleOperators } from './settle-operators.ts';

export interface DecideOptions {
  readonly trace: Trace;
  readonly origin: Origin;
}

/**
 * Keeps what a person decided about names of operators and counts by it from now on: one transaction, one entry of the trace. More
 * than one merge at once is for names that are the same but for width, case, punctuation and spaces. Returns the decisions' ids.
 * Throws a 400 for a decision that says nothing, a 404 for a name that the dataset does not know.
 */
export function decide(
  db: Database,
  { key: datasetId, dataset }: DeclaredDataset,
  { decisions, why }: Pick<DecideRequest, 'decisions' | 'why'>,
  { trace, origin }: DecideOptions,
): Promise<number[]> {
  return transaction(db, async (db) => {
    // First: whoever imports into the dataset or decides about it meanwhile waits here, and then sees what the other did.
    await sql(db, 'datasets/raise_revision', { datasetId });
    const known = new Set((await sql(db, 'operators/list_standing', { datasetId })).map(({ name }) => name));
    const ids: number[] = [];
    for (const given of decisions) {
      const decision = read(given, known, decisions.length > 1);
      const by = { why, decidedBy: origin.actor.name, now: new Date() };
      const [row] = await sql(db, 'operator_decisions/insert', { datasetId, ...decision, ...by });
      if (!row) throw new Error('a decision could not be kept');
      ids.push(row.id);
    }
    await settleOperators(db, datasetId);
    const names = decisions.reduce((sum, decision) => sum + decision.names.length, 0);
    await trace.change(db, {
      ...origin,
      action: 'operator.decide',
      subject: { kind: 'dataset', id: dataset.id },
      purpose: why,
      after: { decisions: ids, verdicts: countVerdicts(decisions), names },
    });
    return ids;
  });
}

function read(
  { verdict, names: given, countsAs }: DecideRequest['decisions'][number],
  known: ReadonlySet<string>,
  bulk: boolean,
): { verdict: Verdict; names: string[]; countsAs: string | null } {
  const names = [...new Set(given)];
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new Problem(404, `没有名为“${unknown}”的经办人。There is no operator of the name “${unknown}”.`);
  }
  if (verdict !== 'merge') return { verdict, names, countsAs: null };
  if (names.length < 2 || countsAs === undefined || !names.includes(countsAs)) {
    throw new Problem(
      400,
      '合并需要两个以上名称，并以其中之一计。A merge takes two names or more, and one of them to count as.',
    );
  }
  if (bulk && new Set(names.map(plainName)).size > 1) {
    throw new Problem(
      400,
      '只有仅差全半角、大小写、标点或空格的名称可以成批合并。Only names that differ in width, case, punctuation or spaces are merged in bulk.',
    );
  }
  return { verdict, names, countsAs };
}

function countVerdicts(decisions: DecideRequest['decisions']): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { verdict } of decisions) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}

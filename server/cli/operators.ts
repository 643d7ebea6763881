import type { Command } from 'commander';
import { z } from 'zod';
import type { OperatorProposal } from '../../geodata/model/operator-api.ts';
import { findDataset } from '../dataset/datasets.ts';
import { EVERYTHING } from '../db/sight.ts';
import { loadProfile } from '../measure/profile.ts';
import { decide } from '../operator/decide.ts';
import { findProposals } from '../operator/find-proposals.ts';
import { listDecisions } from '../operator/list-decisions.ts';
import { undoDecision } from '../operator/undo-decision.ts';
import { Problem } from '../problem.ts';
import { UsageError } from './usage-error.ts';
import { printJson, say, withDatabase } from './with-database.ts';
import { withTrace } from './with-trace.ts';

const Limit = z.coerce.number().int().min(1).max(100_000);

export function addOperators(program: Command): void {
  const operators = program.command('operators').description('which names count as one operator');

  operators
    .command('proposals')
    .description('names that may be of one operator, with what merging them would change')
    .argument('<dataset>', 'the id of a declared dataset')
    .option('--limit <n>', 'how many', '50')
    .option('--json', 'print one object as JSON')
    .action(async (id: string, given: { limit: string; json?: true }) => {
      const limit = Limit.safeParse(given.limit);
      if (!limit.success) throw new UsageError('--limit: write a number from 1');
      const found = await withDatabase(async ({ db, config }) => {
        const { key: datasetId, dataset } = await findDataset(db, id, EVERYTHING);
        const profile = loadProfile(config.profileFile);
        const query = { limit: limit.data };
        return findProposals({ db, sight: EVERYTHING }, { datasetId, dataset, profile, query });
      });
      if (given.json) return printJson(found);
      for (const proposal of found.proposals) console.log(describe(proposal));
      say(`${found.proposals.length} of ${found.open} proposals; ${found.decided} decided`);
    });

  operators
    .command('decisions')
    .description('what was decided about names, newest first')
    .argument('<dataset>', 'the id of a declared dataset')
    .option('--json', 'print them as JSON')
    .action(async (id: string, { json }: { json?: true }) => {
      const decisions = await withDatabase(async ({ db }) =>
        listDecisions(db, (await findDataset(db, id, EVERYTHING)).key),
      );
      if (json) return printJson(decisions);
      for (const { id, verdict, names, countsAs, undoneAt } of decisions) {
        const told = [String(id), verdict, names.join(' | '), countsAs && `as ${countsAs}`, undoneAt && 'taken back'];
        console.log(told.filter(Boolean).join('\t'));
      }
    });

  operators
    .command('merge')
    .description('let several names count as the first of them; the records keep the names as written')
    .argument('<dataset>', 'the id of a declared dataset')
    .argument('<name...>', 'two names or more, as the source writes them')
    .option('--why <text>', 'the reason, kept with the decision', '')
    .option('--json', 'print the decision as JSON')
    .action(async (id: string, names: string[], { why, json }: { why: string; json?: true }) => {
      const made = await withTrace(async ({ db, ...by }) => {
        const declared = await findDataset(db, id, EVERYTHING);
        const decisions = [{ verdict: 'merge' as const, names, countsAs: names[0] }];
        const ids = await decide(db, declared, { decisions, why }, by);
        return (await listDecisions(db, declared.key)).filter(({ id }) => ids.includes(id));
      });
      if (json) return printJson(made);
      for (const { names, countsAs } of made) console.log(`${names.join(' | ')}\tcount as ${countsAs}`);
    });

  operators
    .command('split')
    .description('take back every merge that a name is part of')
    .argument('<dataset>', 'the id of a declared dataset')
    .argument('<name>', 'the name, as the source writes it')
    .option('--json', 'print the numbers of the decisions as JSON')
    .action(async (id: string, name: string, { json }: { json?: true }) => {
      const undone = await withTrace(async ({ db, ...by }) => {
        const declared = await findDataset(db, id, EVERYTHING);
        const merges = (await listDecisions(db, declared.key)).filter(
          ({ verdict, undoneAt, names }) => verdict === 'merge' && undoneAt === null && names.includes(name),
        );
        if (merges.length === 0) throw new Problem(404, `“${name}” is part of no merge in ${id}.`);
        for (const { id } of merges) await undoDecision(db, declared, id, by);
        return merges.map(({ id }) => id);
      });
      if (json) return printJson({ undone });
      console.log(`Taken back: ${undone.join(', ')}`);
    });

  for (const verb of operators.commands) verb.exitOverride();
}

const describe = ({ kind, names, changedAreas, effects: [first] }: OperatorProposal): string =>
  [
    kind,
    names.map(({ name, records }) => `${name} (${records})`).join(' | '),
    `${changedAreas} areas change`,
    first &&
      `${first.area}: ${first.before.topRecords} of ${first.before.judged} ${first.before.tier} → ${first.after.topRecords} of ${first.after.judged} ${first.after.tier}`,
  ]
    .filter(Boolean)
    .join('\t');

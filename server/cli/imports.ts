import type { Command } from 'commander';
import { CHANGE_KINDS, type ChangeKind, type ImportChanges } from '../../geodata/model/import-api.ts';
import type { ImportRun } from '../../geodata/model/import-report.ts';
import { findDataset } from '../dataset/datasets.ts';
import { EVERYTHING } from '../db/sight.ts';
import { listChanges } from '../import/list-changes.ts';
import { findRun, interruptGone, listRuns } from '../import/runs.ts';
import { beginUndo, undoImport } from '../import/undo-import.ts';
import { witnessImport } from '../trace/witness-import.ts';
import { UsageError } from './usage-error.ts';
import { printJson, withDatabase } from './with-database.ts';
import { withTrace } from './with-trace.ts';

export function addImports(program: Command): void {
  const imports = program.command('imports').description('past imports: list them, compare them, take them back');

  imports
    .command('list')
    .description('the imports, newest first, at most 200')
    .option('--json', 'print them as JSON')
    .action(list);

  imports
    .command('changes')
    .description('what an import changed, field by field, and which rows of the file before it lacks')
    .argument('<id>', 'the number of the import')
    .option('--kind <kind>', `which rows: ${CHANGE_KINDS.join(', ')}`, 'changed')
    .option('--json', 'print all of them as JSON')
    .action(changes);

  imports
    .command('undo')
    .description('take an import back: rows that it added go, rows that it changed get their former content')
    .argument('<id>', 'the number of the import')
    .option('--json', 'print the counts as JSON')
    .action(undo);

  for (const verb of imports.commands) verb.exitOverride();
}

async function list({ json }: { json?: true }): Promise<void> {
  const runs = await withDatabase(async ({ db }) => {
    await interruptGone(db);
    return listRuns(db, EVERYTHING);
  });
  if (json) await printJson(runs);
  else for (const run of runs) console.log(describe(run));
}

function describe({ id, dataset, fileName, state, startedAt, startedBy, report }: ImportRun): string {
  const { read, stored, updated, unchanged } = report;
  const who = startedBy ? ` by ${startedBy}` : '';
  return `${id}  ${startedAt}${who}  ${dataset}  ${fileName}  ${state}: read ${read}, stored ${stored}, updated ${updated}, unchanged ${unchanged}`;
}

async function changes(id: string, { kind, json }: { kind: string; json?: true }): Promise<void> {
  const runId = numberOf(id);
  if (!CHANGE_KINDS.some((known) => known === kind)) {
    throw new UsageError(`--kind ${kind} is none of ${CHANGE_KINDS.join(', ')}.`);
  }
  const found = await withTrace(async ({ db, config, trace, origin }) => {
    const run = await findRun(db, EVERYTHING, runId);
    const declared = await findDataset(db, run.dataset, EVERYTHING);
    const subject = { kind: 'import', id: `${runId}` };
    await trace.look({ ...origin, action: 'import.compare', subject, after: { kind, rows: 'all' } });
    const page = (after: string) => {
      const query = { kind: kind as ChangeKind, after, limit: 500 };
      return listChanges(db, EVERYTHING, { declared, run, countyCode: config.countyCode, query });
    };
    let whole = await page('');
    for (let { next } = whole; next !== null; ) {
      const more = await page(next);
      whole = { ...whole, rows: [...whole.rows, ...more.rows], next: null };
      next = more.next;
    }
    return { ...whole, next: null };
  });
  if (json) await printJson(found);
  else console.log(describeChanges(found));
}

function describeChanges({ former, counts, kind, rows }: ImportChanges): string {
  const { added, changed, unchanged, missing } = counts;
  const than = former ? `compared with import ${former.id} (${former.startedAt})` : 'no file of this name came before';
  return [
    `added ${added}, changed ${changed}, unchanged ${unchanged}, missing ${missing ?? 'unknown'}; ${than}`,
    ...rows.map(({ key, line, fields }) => {
      const parts = fields.map(({ name, before, after }) => `${name}: ${before ?? '–'} → ${after ?? '–'}`);
      return `  ${kind} ${key} (line ${line})${parts.length > 0 ? ` ${parts.join('; ')}` : ''}`;
    }),
  ].join('\n');
}

async function undo(id: string, { json }: { json?: true }): Promise<void> {
  const runId = numberOf(id);
  const undone = await withTrace(async ({ db, config, trace, origin }) => {
    await interruptGone(db);
    const run = await findRun(db, EVERYTHING, runId);
    const declared = await findDataset(db, run.dataset, EVERYTHING);
    const witness = witnessImport(trace, origin);
    const options = { declared, countyCode: config.countyCode, undoneBy: origin.actor.name, witness };
    await beginUndo(db, run, options);
    return undoImport(db, runId, options);
  });
  if (json) await printJson({ id: runId, ...undone });
  else
    console.log(
      `import ${runId} is undone: ${undone.removed} rows removed, ${undone.restored} rows as they were before`,
    );
}

function numberOf(id: string): number {
  const number = Number(id);
  if (!Number.isInteger(number) || number < 1)
    throw new UsageError(`${id} is no number of an import; see \`imports list\`.`);
  return number;
}

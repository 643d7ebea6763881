import { createReadStream, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { addressKey } from '../../geodata/geocode/address-key.ts';
import { findDataset } from '../dataset/datasets.ts';
import { EVERYTHING } from '../db/sight.ts';
import { sql } from '../db/sql.ts';
import { decideAddress } from '../review/decide-address.ts';
import { exportDecisions } from '../review/export-decisions.ts';
import { importDecisions } from '../review/import-decisions.ts';
import { readVerdict } from '../review/read-verdict.ts';
import { enterDecision } from '../trace/enter-decision.ts';
import { UsageError } from './usage-error.ts';
import { printJson, say } from './with-database.ts';
import { withTrace } from './with-trace.ts';

interface DecideOptions {
  readonly address: string;
  readonly county?: string;
  readonly village?: string;
  readonly level: string;
  readonly nowhere?: string;
  readonly alias?: string;
  readonly json?: true;
}

/** More addresses than this are listed page by page on the page. */
const MOST = 100_000;

export function addReview(program: Command): void {
  const review = program.command('review').description('addresses that a person places: list, decide, carry elsewhere');

  review
    .command('list')
    .description('list the addresses of a dataset that await a decision, those of most records first')
    .argument('<dataset>', 'the id of a declared dataset')
    .option('--json', 'print them as JSON')
    .action(list);

  review
    .command('decide')
    .description('say where an address lies; its records move at once, in every dataset')
    .requiredOption('--address <text>', 'the address as written')
    .option('--county <code>', 'the county whose office wrote it; the configured one when left out')
    .option('--village <code>', 'the code of the area it lies in')
    .option('--level <name>', 'the level of that area', 'village')
    .option('--nowhere <reason>', 'it cannot be placed, and why')
    .option('--alias <text>', 'a stretch of the address that means the area from now on')
    .option('--json', 'print what was done as JSON')
    .action(decide);

  review
    .command('export')
    .description('write the decisions that count to a CSV file, to be imported into another database')
    .argument('<file>', 'the file; must not exist')
    .action(exportFile);

  review
    .command('import')
    .description('take decisions from such a file; what is decided alike already stays as it is')
    .argument('<file>', 'the file')
    .option('--json', 'print the report as JSON')
    .action(importFile);

  for (const verb of review.commands) verb.exitOverride();
}

async function list(dataset: string, { json }: { readonly json?: true }): Promise<void> {
  const rows = await withTrace(async ({ db, trace, origin }) => {
    const { key: datasetId } = await findDataset(db, dataset, EVERYTHING);
    const page = { state: 'open', limit: MOST, offset: 0 } as const;
    const rows = await sql(db, 'addresses/list', { ...EVERYTHING, datasetId, ...page });
    const subject = { kind: 'dataset', id: dataset };
    await trace.look({ ...origin, action: 'address.list', subject, after: { dataset, shown: rows.length } });
    return rows;
  });
  if (json)
    return printJson(
      rows.map(({ countyCode, address, records, problem }) => ({ countyCode, address, records, problem })),
    );
  for (const { records, address, problem } of rows) console.log(`${records}\t${address}\t${problem ?? ''}`);
}

async function decide(options: DecideOptions): Promise<void> {
  const { village, level, nowhere, alias } = options;
  if ((village === undefined) === (nowhere === undefined)) {
    throw new UsageError('Say --village <code> or --nowhere <reason>, one of them.');
  }
  const address = addressKey(options.address);
  const { decision, moved } = await withTrace(async ({ db, config, trace, origin }) => {
    const verdict = await readVerdict(db, address, {
      ...(village === undefined ? { nowhere } : { area: { level, code: village } }),
      alias,
    });
    const at = { countyCode: options.county ?? config.countyCode, address };
    const { after, moved } = await decideAddress(db, at, verdict, {
      by: origin.actor.name,
      now: new Date(),
      everywhere: true,
      onDecided: enterDecision({ trace, origin }, 'address.decide'),
    });
    return { decision: after?.id ?? null, moved };
  });
  if (options.json) return printJson({ decision, moved });
  console.log(`records moved: ${moved}`);
}

async function exportFile(path: string): Promise<void> {
  const { text, rows } = await withTrace(async ({ db, trace, origin }) => {
    const made = await exportDecisions(db);
    await trace.look({ ...origin, action: 'address.list', after: { decisions: true, to: 'file', shown: made.rows } });
    return made;
  });
  writeFileSync(path, text, { flag: 'wx', mode: 0o600 });
  say(`${rows} decisions in ${path}`);
}

async function importFile(path: string, { json }: { readonly json?: true }): Promise<void> {
  const report = await withTrace(({ db, trace, origin }) =>
    importDecisions(
      db,
      { name: basename(path), bytes: createReadStream(path) },
      {
        by: origin.actor.name,
        now: new Date(),
        onDecided: enterDecision({ trace, origin }, 'address.decide'),
      },
    ),
  );
  if (json) return printJson(report);
  const { read, decided, unchanged, rejected, moved } = report;
  console.log(
    `read ${read} = decided ${decided} + unchanged ${unchanged} + rejected ${rejected.length}; records moved: ${moved}`,
  );
  for (const { line, detail } of rejected) console.log(`  line ${line}: ${detail}`);
}

import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { readMapping } from '../../geodata/datasets/read-mapping.ts';
import { listDatasets } from '../dataset/datasets.ts';
import { EVERYTHING } from '../db/sight.ts';
import { Problem } from '../problem.ts';
import { declareTraced } from '../trace/declare-traced.ts';
import { printJson, withDatabase } from './with-database.ts';
import { withTrace } from './with-trace.ts';

export function addDatasets(program: Command): void {
  const datasets = program.command('datasets').description('list the declared datasets, or declare one');

  datasets
    .command('list', { isDefault: true })
    .description('list the declared datasets')
    .option('--json', 'print them as JSON')
    .action(async ({ json }: { json?: true }) => {
      const declared = await withDatabase(({ db }) => listDatasets(db, EVERYTHING));
      if (json) return printJson(declared.map(({ dataset, shipped }) => ({ ...dataset, shipped })));
      for (const { dataset } of declared) console.log(`${dataset.id}\t${dataset.title.zh}\t${dataset.title.en}`);
    });

  datasets
    .command('add')
    .description('declare a dataset, or change the declaration of one that was added before')
    .argument('<mapping.json>', 'which column plays which role; see the README')
    .action(async (path: string) => {
      const dataset = readMapping(parse(path));
      const declared = await withTrace(({ db, ...by }) => declareTraced(db, dataset, by));
      await printJson(declared.dataset);
    });

  for (const verb of datasets.commands) verb.exitOverride();
}

function parse(path: string): unknown {
  const text = readFileSync(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Problem(400, `${path} is not JSON: ${(cause as Error).message}`);
  }
}

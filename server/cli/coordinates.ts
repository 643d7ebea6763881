import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { CrsHypothesis, CrsTest } from '../../geodata/model/crs-api.ts';
import { findDataset } from '../dataset/datasets.ts';
import { EVERYTHING } from '../db/sight.ts';
import { testCrs } from '../import/test-crs.ts';
import { ungzip } from '../import/ungzip.ts';
import { askFile } from './ask-online.ts';
import { printJson, withDatabase } from './with-database.ts';

export function addCoordinates(program: Command): void {
  const coordinates = program.command('coordinates').description('test in which system the coordinates of a file are');

  coordinates
    .command('test')
    .description(
      'test what a dataset declares on the first 4,000 rows of a file, against the loaded areas; stores nothing',
    )
    .argument('<file>', 'the file of records')
    .requiredOption('--dataset <id>', 'the dataset whose declaration is tested; see `datasets`')
    .option('--json', 'print the counts as JSON')
    .action(async (path: string, { dataset, json }: { dataset: string; json?: true }) => {
      const result = await testFile(path, dataset);
      if (json) await printJson(result);
      else console.log(describe(result));
    });

  coordinates
    .command('ask')
    .description(
      'ask the online geocoder of SUNMAP_GEOCODER_URL where the addresses of a file lie; says first what would leave',
    )
    .argument('<file>', 'the file of records')
    .requiredOption('--dataset <id>', 'the dataset that says which columns hold the address')
    .option('--send', 'really send the addresses')
    .option('--json', 'print one JSON object for each address')
    .action(askFile);

  for (const verb of coordinates.commands) verb.exitOverride();
}

function testFile(path: string, dataset: string): Promise<CrsTest> {
  return withDatabase(async ({ db, config }) => {
    const declared = await findDataset(db, dataset, EVERYTHING);
    const source = createReadStream(path);
    try {
      const file = { name: basename(path), bytes: ungzip(source) };
      return await testCrs(db, { dataset: declared.dataset, file, countyCode: config.countyCode });
    } finally {
      source.destroy();
    }
  });
}

function describe({ summary, hypotheses, tested, named, warnings, proposal }: CrsTest): string {
  const row = ({ crs, swapped, inside, agreeing }: CrsHypothesis) =>
    `  ${crs}${swapped ? ' (columns swapped)' : ''}: ${inside} of ${tested} inside, ${agreeing} of ${named} where their row says`;
  const advice =
    proposal === null ? [] : [`→ "crs": ${JSON.stringify(proposal.crs)}${proposal.swapped ? ', lng ⇄ lat' : ''}`];
  return [
    summary.zh,
    summary.en,
    ...hypotheses.map(row),
    ...advice,
    ...warnings.map(({ text }) => `! ${text.zh} / ${text.en}`),
  ].join('\n');
}

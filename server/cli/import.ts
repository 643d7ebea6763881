import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { ImportReport } from '../../geodata/model/import-report.ts';
import type { TableChoices } from '../../geodata/model/table.ts';
import { findDataset } from '../dataset/datasets.ts';
import { EVERYTHING } from '../db/sight.ts';
import { openSpaceCheck } from '../import/require-space.ts';
import { openRun, runImport } from '../import/run-import.ts';
import { witnessImport } from '../trace/witness-import.ts';
import { describeReport } from './describe-report.ts';
import { addChoices, type ChoiceOptions, readChoices } from './table-choices.ts';
import { printJson, say } from './with-database.ts';
import { withTrace } from './with-trace.ts';

export function addImport(program: Command): void {
  addChoices(program.command('import'))
    .description('import a file of records: CSV, XLSX, JSON, JSON lines, GeoJSON or Parquet')
    .argument('<dataset>', 'the id of a declared dataset; see `datasets`')
    .argument('<file>', 'the file')
    .option('--json', 'print the report as JSON')
    .action(async (dataset: string, path: string, { json, ...options }: ChoiceOptions & { json?: true }) => {
      const report = await importFile(dataset, path, readChoices(options));
      if (json) await printJson(scriptReport(report));
      else console.log(describeReport(report));
    });
}

function importFile(dataset: string, path: string, choices: TableChoices): Promise<ImportReport> {
  const { size } = statSync(path);
  return withTrace(async ({ db, config, trace, origin }) => {
    const witness = witnessImport(trace, origin);
    const declared = await findDataset(db, dataset, EVERYTHING);
    const file = { name: basename(path), size, bytes: createReadStream(path) };
    const runId = await openRun(db, {
      declared,
      file,
      synthetic: false,
      witness,
      startedBy: origin.actor.name,
      choices,
    });
    let told = 0;
    return runImport(db, {
      declared,
      file,
      choices,
      runId,
      countyCode: config.countyCode,
      requireSpace: openSpaceCheck(config.dataDir, config.diskReserve),
      witness,
      onProgress: ({ bytesRead, report }) => {
        if (Date.now() - told < 1_000) return;
        told = Date.now();
        say(`${report.read} rows, ${Math.floor((100 * bytesRead) / Math.max(size, 1))} %`);
      },
    });
  });
}

/** The stable part for scripts comes first; what is beside it may grow. */
const scriptReport = ({ read, stored, updated, unchanged, rejected, placed, unplaced, ...more }: ImportReport) => ({
  read,
  stored,
  updated,
  unchanged,
  rejected,
  placed,
  unplaced,
  ...more,
});

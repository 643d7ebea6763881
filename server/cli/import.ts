import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { ImportReport } from '../../geodata/model/import-report.ts';
import { findDataset } from '../dataset/datasets.ts';
import { EVERYTHING } from '../db/sight.ts';
import { openSpaceCheck } from '../import/require-space.ts';
import { openRun, runImport } from '../import/run-import.ts';
import { witnessImport } from '../trace/witness-import.ts';
import { describeReport } from './describe-report.ts';
import { printJson, say } from './with-database.ts';
import { withTrace } from './with-trace.ts';

export function addImport(program: Command): void {
  program
    .command('import')
    .description('import a file of records (CSV; encoding and delimiter are found out)')
    .argument('<dataset>', 'the id of a declared dataset; see `datasets`')
    .argument('<file>', 'the file')
    .option('--json', 'print the report as JSON')
    .action(async (dataset: string, path: string, { json }: { json?: true }) => {
      const report = await importFile(dataset, path);
      if (json) await printJson(scriptReport(report));
      else console.log(describeReport(report));
    });
}

function importFile(dataset: string, path: string): Promise<ImportReport> {
  const { size } = statSync(path);
  return withTrace(async ({ db, config, trace, origin }) => {
    const witness = witnessImport(trace, origin);
    const declared = await findDataset(db, dataset, EVERYTHING);
    const file = { name: basename(path), size, bytes: createReadStream(path) };
    const runId = await openRun(db, { declared, file, synthetic: false, witness });
    let told = 0;
    return runImport(db, {
      declared,
      file,
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

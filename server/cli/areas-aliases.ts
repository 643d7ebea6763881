import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { loadAliases } from '../area/load-aliases.ts';
import { ungzip } from '../import/ungzip.ts';
import { areasLoaded } from '../trace/areas-loaded.ts';
import { printJson, say } from './with-database.ts';
import { withTrace } from './with-trace.ts';

export function addAliases(areas: Command): void {
  areas
    .command('aliases')
    .description('give areas further names: former names after mergers, natural villages')
    .argument('<file>', 'a table with the columns code, alias and, if wanted, kind: former, natural or other')
    .requiredOption('--level <name>', 'the level of the areas whose codes these are: village')
    .option('--json', 'print the report as JSON')
    .action(async (path: string, { level, json }: { level: string; json?: true }) => {
      const file = { name: basename(path), bytes: ungzip(createReadStream(path)) };
      const report = await withTrace(({ db, trace, origin }) =>
        loadAliases(db, file, { level, onStored: areasLoaded(trace, origin), onProgress: say }),
      );
      if (json) return printJson(report);
      console.log(`read ${report.read}, stored ${report.stored}, unchanged ${report.unchanged}`);
      for (const [reason, count] of Object.entries(report.rejected)) console.log(`  rejected ${reason}: ${count}`);
      for (const note of report.notes) console.log(`  ${note}`);
      console.log(`records that found another place: ${report.replaced}`);
    });
}

import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { loadAreaFile } from '../area/load-area-file.ts';
import { areasLoaded } from '../trace/areas-loaded.ts';
import { addAliases } from './areas-aliases.ts';
import { addCountyAreas } from './areas-county.ts';
import { UsageError } from './usage-error.ts';
import { printJson, say } from './with-database.ts';
import { withTrace } from './with-trace.ts';

interface Options {
  readonly level?: string;
  readonly codeField?: string;
  readonly nameField?: string;
  readonly parentField?: string;
  readonly parentLevel?: string;
  readonly aliasesField?: string;
  readonly householdsField?: string;
  readonly rebuiltHousesField?: string;
  readonly json?: true;
}

export function addAreas(program: Command): void {
  const areas = program
    .command('areas')
    .description(
      'load the areas of one level from GeoJSON, gzipped or not; or a county of the register; or further names',
    )
    .argument('<file>', 'the file')
    .option('--level <name>', 'what kind of areas these are: village, town, zip…')
    .option('--code-field <field>', 'the property that holds the code')
    .option('--name-field <field>', 'the property that holds the name')
    .option('--parent-field <field>', 'the property that holds the code of the area above')
    .option('--parent-level <name>', 'the level of the area above')
    .option('--aliases-field <field>', 'the property that holds other names, separated by ;')
    .option('--households-field <field>', 'the property that holds the number of households')
    .option('--rebuilt-houses-field <field>', 'the property that holds the number of rebuilt houses')
    .option('--json', 'print the report as JSON')
    // What follows `county` or `aliases` is theirs, --level too; so the options that a file needs cannot be required of them all.
    .enablePositionalOptions()
    .action(loadAreasFile);
  addCountyAreas(areas);
  addAliases(areas);
}

async function loadAreasFile(path: string, options: Options): Promise<void> {
  const { level, codeField, nameField } = options;
  if (level === undefined || codeField === undefined || nameField === undefined) {
    throw new UsageError('A file of areas needs --level, --code-field and --name-field.');
  }
  if ((options.parentField === undefined) !== (options.parentLevel === undefined)) {
    throw new UsageError('--parent-field and --parent-level go together.');
  }
  const report = await withTrace(({ db, trace, origin }) =>
    loadAreaFile(db, {
      bytes: createReadStream(path),
      source: basename(path),
      level,
      codeField,
      nameField,
      parentField: options.parentField ?? null,
      parentLevel: options.parentLevel ?? null,
      aliasesField: options.aliasesField ?? null,
      denominatorFields: {
        ...(options.householdsField && { households: options.householdsField }),
        ...(options.rebuiltHousesField && { 'rebuilt-houses': options.rebuiltHousesField }),
      },
      onProgress: say,
      onStored: areasLoaded(trace, origin),
    }),
  );
  if (options.json) return printJson(report);
  console.log(`read ${report.read}, stored ${report.stored}, repaired ${report.repaired}`);
  console.log(`without boundary ${report.withoutBoundary}, without name ${report.withoutName}`);
  for (const [reason, count] of Object.entries(report.rejected)) console.log(`  rejected ${reason}: ${count}`);
  for (const note of report.notes) console.log(`  ${note}`);
  console.log(`records that found another place: ${report.replaced}`);
}

import { basename } from 'node:path';
import type { Command } from 'commander';
import { inspectStored } from '../area/inspect-stored.ts';
import { loadAreaFile } from '../area/load-area-file.ts';
import { areasLoaded } from '../trace/areas-loaded.ts';
import { addAreaDenominators } from './area-denominators.ts';
import { addAliases } from './areas-aliases.ts';
import { addCountyAreas } from './areas-county.ts';
import { describeInspection } from './describe-inspection.ts';
import { UsageError } from './usage-error.ts';
import { printJson, say, withDatabase } from './with-database.ts';
import { withTrace } from './with-trace.ts';

interface Options {
  readonly level: string;
  readonly codeField: string;
  readonly nameField: string;
  readonly parentField?: string;
  readonly parentLevel?: string;
  readonly aliasesField?: string;
  readonly householdsField?: string;
  readonly rebuiltHousesField?: string;
  readonly layer?: string;
  readonly crs?: string;
  readonly json?: true;
}

export function addAreas(program: Command): void {
  const areas = program
    .command('areas')
    .description('load areas, a county of the register, further names or counts of areas; check a level');
  const load = areas
    .command('load', { isDefault: true })
    .description('load the areas of one level from GeoJSON, a zipped Shapefile, GeoPackage or FlatGeobuf')
    .argument('<file>', 'the file')
    .requiredOption('--level <name>', 'what kind of areas these are: village, town, zip…')
    .requiredOption('--code-field <field>', 'the property that holds the code')
    .requiredOption('--name-field <field>', 'the property that holds the name')
    .option('--parent-field <field>', 'the property that holds the code of the area above')
    .option('--parent-level <name>', 'the level of the area above')
    .option('--aliases-field <field>', 'the property that holds other names, separated by ;')
    .option('--households-field <field>', 'the property that holds the number of households')
    .option('--rebuilt-houses-field <field>', 'the property that holds the number of rebuilt houses')
    .option('--layer <name>', 'the layer, of a file that has several')
    .option(
      '--crs <system>',
      'the coordinates where the file is silent or wrong: EPSG:4490, GCJ-02, BD-09, a PROJ text…',
    )
    .option('--json', 'print the report as JSON')
    .action(loadAreasFile);
  // Loading is what the verb does when nothing else is said, so its options are the verb's.
  areas.addHelpText('after', () => `\n${load.helpInformation()}`);
  areas
    .command('check')
    .description('say what looks wrong with the areas of a level: overlaps, gaps, islands, repeated names')
    .requiredOption('--level <name>', 'which level')
    .option('--json', 'print what was found as JSON')
    .action(checkAreas);
  addCountyAreas(areas);
  addAliases(areas);
  addAreaDenominators(areas);
}

async function loadAreasFile(path: string, options: Options): Promise<void> {
  if ((options.parentField === undefined) !== (options.parentLevel === undefined)) {
    throw new UsageError('--parent-field and --parent-level go together.');
  }
  const report = await withTrace(({ db, trace, origin }) =>
    loadAreaFile(db, {
      path,
      source: basename(path),
      level: options.level,
      codeField: options.codeField,
      nameField: options.nameField,
      parentField: options.parentField ?? null,
      parentLevel: options.parentLevel ?? null,
      aliasesField: options.aliasesField ?? null,
      denominatorFields: {
        ...(options.householdsField && { households: options.householdsField }),
        ...(options.rebuiltHousesField && { 'rebuilt-houses': options.rebuiltHousesField }),
      },
      layer: options.layer ?? null,
      crs: options.crs ?? null,
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
  describeInspection(report.inspection);
}

async function checkAreas({ level, json }: { readonly level: string; readonly json?: true }): Promise<void> {
  const inspection = await withDatabase(({ db }) => inspectStored(db, level, say));
  if (json) return printJson(inspection);
  describeInspection(inspection);
}

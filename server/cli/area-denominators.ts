import { basename } from 'node:path';
import type { Command } from 'commander';
import { DENOMINATOR_TITLES, DENOMINATORS, type DenominatorId } from '../../geodata/model/dataset.ts';
import { loadDenominators } from '../area/load-denominators.ts';
import { denominatorsLoaded } from '../trace/denominators-loaded.ts';
import { UsageError } from './usage-error.ts';
import { printJson } from './with-database.ts';
import { withTrace } from './with-trace.ts';

type Fields = Readonly<Partial<Record<DenominatorId, string>>>;

interface Options {
  readonly level: string;
  readonly codeField: string;
  readonly field: Fields;
  readonly source: string;
  readonly asOf: string;
  readonly json?: true;
}

export function addAreaDenominators(areas: Command): void {
  areas
    .command('denominators')
    .description('load households, population and other counts of the areas of a level from a table')
    .argument('<file>', 'the file')
    .requiredOption('--level <name>', 'which level')
    .requiredOption('--code-field <column>', 'the column that holds the code of the area')
    .requiredOption('--field <count=column>', `a count and its column; counts: ${DENOMINATORS.join(', ')}`, addField)
    .requiredOption('--source <text>', 'who counted, such as “2020 census”')
    .requiredOption('--as-of <date>', 'the day for which the counts hold, YYYY-MM-DD')
    .option('--json', 'print the report as JSON')
    .action(load);
}

function addField(text: string, fields: Fields = {}): Fields {
  const [id = '', ...rest] = text.split('=');
  const known = DENOMINATORS.find((one) => one === id);
  if (known === undefined || rest.length === 0) {
    throw new UsageError(`--field takes count=column, where count is one of ${DENOMINATORS.join(', ')}.`);
  }
  return { ...fields, [known]: rest.join('=') };
}

async function load(path: string, { field: fields, json, ...options }: Options): Promise<void> {
  const day = new Date(`${options.asOf}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== options.asOf) {
    throw new UsageError('--as-of takes a day, such as 2020-11-01.');
  }
  const report = await withTrace(({ db, trace, origin }) =>
    loadDenominators(db, {
      ...options,
      name: basename(path),
      path,
      fields,
      onStored: denominatorsLoaded(trace, origin),
    }),
  );
  if (json) return printJson(report);
  console.log(`read ${report.read}, stored ${report.stored}`);
  for (const [id, covered] of Object.entries(report.covered) as [DenominatorId, number][]) {
    console.log(`${DENOMINATOR_TITLES[id].en}: known for ${covered} of ${report.areas} areas`);
  }
  for (const [reason, count] of Object.entries(report.rejected)) console.log(`  rejected ${reason}: ${count}`);
  for (const note of report.notes) console.log(`  ${note}`);
}

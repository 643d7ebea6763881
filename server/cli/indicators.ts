import type { Command } from 'commander';
import { z } from 'zod';
import type { AreaIndicators, Weight } from '../../geodata/model/indicator.ts';
import { findDataset } from '../dataset/datasets.ts';
import { sql } from '../db/sql.ts';
import { ensureMeasured } from '../measure/measurements.ts';
import { loadProfile } from '../measure/profile.ts';
import { spanOf } from '../measure/terms.ts';
import { Problem } from '../problem.ts';
import { UsageError } from './usage-error.ts';
import { printJson, withDatabase } from './with-database.ts';

const Options = z.object({
  level: z.string(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  weight: z.enum(['records', 'amount']).default('records'),
  json: z.literal(true).optional(),
});

export function addIndicators(program: Command): void {
  program
    .command('indicators')
    .description('what was measured of each area of a level')
    .argument('<dataset>', 'the id of a declared dataset')
    .requiredOption('--level <name>', 'the level of the areas')
    .option('--from <date>', 'first day of the period')
    .option('--until <date>', 'the day after its last')
    .option('--weight <records|amount>', 'what shares are of')
    .option('--json', 'print one array of objects as JSON')
    .action(async (dataset: string, given: unknown) => {
      const options = Options.safeParse(given);
      if (!options.success) throw new UsageError(z.prettifyError(options.error));
      const areas = await readIndicators(dataset, options.data);
      if (options.data.json) return printJson(areas);
      for (const area of areas) if (area.records > 0) console.log(describe(area));
    });
}

function readIndicators(
  id: string,
  {
    level,
    weight,
    ...period
  }: { level: string; weight: Weight; from?: string | undefined; until?: string | undefined },
): Promise<AreaIndicators[]> {
  return withDatabase(async ({ db, config }) => {
    const { key, dataset } = await findDataset(db, id);
    const levels = (await sql(db, 'areas/list_levels', {})).map((row) => row.level);
    if (!levels.includes(level)) {
      throw new Problem(
        404,
        `There are no areas of the level “${level}”. Known levels: ${levels.join(', ') || 'none'}.`,
      );
    }
    const profile = loadProfile(config.profileFile);
    const terms = { datasetId: key, level, span: spanOf(period), weight, profile };
    const { id: measurementId } = await ensureMeasured(db, dataset, terms);
    const rows = await sql(db, 'measurements/list_indicators', { measurementId, areaIds: null });
    return rows.map(({ indicators }) => JSON.parse(indicators) as AreaIndicators);
  });
}

const describe = ({ code, name, tier, records, judged, topOperator, topRecords, hhi }: AreaIndicators): string =>
  [
    code,
    name,
    tier,
    `${records} records`,
    topOperator && `${topRecords} of ${judged} by ${topOperator}`,
    hhi !== null && `HHI ${Math.round(hhi)}`,
  ]
    .filter(Boolean)
    .join('\t');

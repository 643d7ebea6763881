import type { Command } from 'commander';
import { z } from 'zod';
import type { AreaIndicators } from '../../geodata/model/indicator.ts';
import { loadProfile } from '../measure/profile.ts';
import { readIndicators } from '../measure/read-indicators.ts';
import { enterProfile } from '../trace/enter-profile.ts';
import { UsageError } from './usage-error.ts';
import { printJson } from './with-database.ts';
import { withTrace } from './with-trace.ts';

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
      const { json, level, weight, ...period } = options.data;
      const areas = await withTrace(async ({ db, config, ...by }) => {
        const profile = loadProfile(config.profileFile);
        await enterProfile(db, profile, by);
        return readIndicators(db, dataset, { level, period, weight, profile });
      });
      if (json) return printJson(areas);
      for (const area of areas) if (area.records > 0) console.log(describe(area));
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

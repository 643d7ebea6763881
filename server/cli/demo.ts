import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { makeCounty } from '../../geodata/demo/make-county.ts';
import { DEMO, loadDemo } from '../demo/load-demo.ts';
import { readDivisions } from '../demo/read-divisions.ts';
import { measureEverything } from '../measure/measure-everything.ts';
import { loadProfile } from '../measure/profile.ts';
import { enterProfile } from '../trace/enter-profile.ts';
import { UsageError } from './usage-error.ts';
import { say } from './with-database.ts';
import { withTrace } from './with-trace.ts';

const Options = z.object({
  seed: z.coerce.number().int().min(0).default(DEMO.seed),
  records: z.coerce.number().int().min(1).max(50_000_000).default(DEMO.records),
  county: z
    .string()
    .regex(/^\d{6}$/, 'must be the six digits of a county')
    .default(DEMO.countyCode),
  out: z.string().min(1).optional(),
});
type Options = z.infer<typeof Options>;

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('make a synthetic county and load it, or write it to files; the answer key is written beside')
    .option('--seed <n>', 'the same seed makes the same county', `${DEMO.seed}`)
    .option('--records <n>', 'how many records', `${DEMO.records}`)
    .option('--county <code>', 'the six digits of any county', DEMO.countyCode)
    .option('--out <folder>', 'write files instead of loading the county into the database')
    .action(async (given: unknown) => {
      const options = Options.safeParse(given);
      if (!options.success) throw new UsageError(z.prettifyError(options.error));
      await (options.data.out === undefined ? load(options.data) : write(options.data, options.data.out));
    });
}

function load({ seed, records, county }: Options): Promise<void> {
  return withTrace(async ({ db, config, ...by }) => {
    const profile = loadProfile(config.profileFile);
    await enterProfile(db, profile, by);
    await by.trace.look({ ...by.origin, action: 'demo.load', after: { seed, records, countyCode: county } });
    const answerFolder = join(config.dataDir, `demo-${county}-${seed}`);
    await loadDemo(db, { seed, records, countyCode: county, answerFolder, say });
    await measureEverything(db, { profile, say });
    say(`The answer key is in ${answerFolder}`);
  });
}

async function write({ seed, records, county }: Options, folder: string): Promise<void> {
  const made = makeCounty({ seed, records, county: await readDivisions(county) });
  mkdirSync(folder, { recursive: true });
  const save = (name: string, text: string) => writeFileSync(join(folder, name), text);
  for (const [level, collection] of Object.entries(made.areas)) save(`${level}.geojson`, JSON.stringify(collection));
  for (const file of made.files) save(file.fileName, [...file.lines()].join(''));
  save('answer-key.json', `${JSON.stringify(made.answerKey, null, 2)}\n`);
  say(`The county ${county} is in ${folder}`);
}

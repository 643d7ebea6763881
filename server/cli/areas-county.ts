import type { Command } from 'commander';
import { loadDivisions } from '../area/load-divisions.ts';
import { countyCodesOf } from '../demo/read-divisions.ts';
import { areasLoaded } from '../trace/areas-loaded.ts';
import { readCounty } from './read-county.ts';
import { UsageError } from './usage-error.ts';
import { printJson, say } from './with-database.ts';
import { withTrace } from './with-trace.ts';

interface Options {
  readonly allOf?: string;
  readonly json?: true;
}

export function addCountyAreas(areas: Command): void {
  areas
    .command('county')
    .description(
      'load counties of the official register: names and codes of county, towns and villages, without boundaries',
    )
    .argument('[code...]', 'six digits: 320582 for 张家港市')
    .option('--all-of <prefecture>', 'all counties whose codes begin so: 3205 for 苏州市')
    .option('--json', 'print the report as JSON')
    .action(async (codes: string[], { allOf, json }: Options) => {
      const all = allOf === undefined ? codes : [...codes, ...(await countyCodesOf(allOf))];
      if (all.length === 0)
        throw new UsageError('Which county? Give its six-digit code, or --all-of with a prefecture’s.');
      const counties = await Promise.all([...new Set(all)].map(readCounty));
      const report = await withTrace(({ db, trace, origin }) =>
        loadDivisions(db, counties, { onStored: areasLoaded(trace, origin), onProgress: say }),
      );
      if (json) return printJson(report);
      console.log(`counties ${report.counties}, towns ${report.towns}, villages ${report.villages}`);
      console.log(`records that found another place: ${report.replaced}`);
    });
}

import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { createGazetteer } from '../../geodata/geocode/create-gazetteer.ts';
import { type DescribedAddress, describeGeocoded } from '../../geodata/geocode/describe-geocoded.ts';
import { divisionAreas } from '../../geodata/geocode/division-areas.ts';
import { openTable } from '../../geodata/intake/open-table.ts';
import { sentence } from '../../geodata/intake/sentence.ts';
import { sql } from '../db/sql.ts';
import { ungzip } from '../import/ungzip.ts';
import { Problem } from '../problem.ts';
import { readCounty } from './read-county.ts';
import { withDatabase } from './with-database.ts';

interface Options {
  readonly county: string;
  readonly in: string;
  readonly column: string;
  readonly withDatabase?: true;
  readonly json?: true;
}

export function addGeocode(program: Command): void {
  program
    .command('geocode')
    .description('find the villages of a file’s addresses; one line for each row, in the order of the file')
    .requiredOption('--county <code>', 'the county the addresses are in, six digits')
    .requiredOption('--in <file>', 'a file of any kind that records can be imported from')
    .requiredOption('--column <name>', 'the column with the addresses')
    .option(
      '--with-database',
      'use the aliases of the areas in the database too; a server must not have the embedded one open',
    )
    .option('--json', 'one JSON object on each line, for programs')
    .action(geocodeFile);
}

async function geocodeFile(options: Options): Promise<void> {
  const { county: code, in: path, column } = options;
  const areas = divisionAreas(await readCounty(code), options.withDatabase ? await storedAliases(code) : new Map());
  const gazetteer = createGazetteer(areas);
  const describe = describeGeocoded(areas);
  const table = await openTable({ name: basename(path), bytes: ungzip(createReadStream(path)) });
  if (!table.columns.includes(column)) {
    throw new Problem(
      400,
      sentence(
        `文件没有“${column}”列，只有：${table.columns.join('、')}`,
        `The file has no column “${column}”, but ${table.columns.join(', ')}`,
      ),
    );
  }
  let row = 0;
  for await (const batch of table.rows) {
    const lines: string[] = [];
    for (const line of batch) {
      row += 1;
      const address = 'fields' in line ? (line.fields[column] ?? '') : null;
      // A row that cannot be read has its line too, so that lines and rows can be counted against each other.
      const found = describe(
        address === null ? null : gazetteer.geocode(address),
        'reason' in line ? line.reason : null,
      );
      lines.push(options.json ? JSON.stringify({ row, address, ...found }) : told(row, address, found));
    }
    await print(`${lines.join('\n')}\n`);
  }
}

const told = (row: number, address: string | null, { village, name, grade, score }: DescribedAddress): string =>
  [row, village ?? '', name ?? '', grade, score, address].join('\t');

/** Waits until all of it is written: a pipe takes large answers in pieces. */
function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** The aliases that the database has for the villages, towns and the county of that code. */
async function storedAliases(county: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const areas = await withDatabase(({ db }) => sql(db, 'areas/list', { level: null }));
  return new Map(areas.filter(({ code }) => code.startsWith(county)).map(({ code, aliases }) => [code, aliases]));
}

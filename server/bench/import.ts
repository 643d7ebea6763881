import { makeCounty } from '../../geodata/demo/make-county.ts';
import { findDataset } from '../dataset/datasets.ts';
import type { Database } from '../db/database.ts';
import { EVERYTHING } from '../db/sight.ts';
import { DEMO, loadDemoAreas } from '../demo/load-demo.ts';
import { readDivisions } from '../demo/read-divisions.ts';
import { openRun, runImport } from '../import/run-import.ts';
import { perSecond, row, timed } from './figures.ts';

const BATCH = 2_000;

/** File to indexed rows with village and hexagon, against the same database taking bare rows into a table without indexes. */
export async function benchImport(db: Database, records: number): Promise<void> {
  console.log(`Import of ${records.toLocaleString('en')} records`);
  const county = makeCounty({
    seed: DEMO.seed,
    records: Math.max(records, 20_000),
    county: await readDivisions(DEMO.countyCode),
  });
  await loadDemoAreas(db, county, () => {});
  const texts = county.files.map((file) => ({ ...file, text: [...file.lines()].join('') }));

  const imported = await timed(async () => {
    let read = 0;
    for (const { datasetId, fileName, text } of texts) {
      const declared = await findDataset(db, datasetId, EVERYTHING);
      const file = { name: fileName, size: text.length, bytes: chunks(text) };
      const runId = await openRun(db, { declared, file, synthetic: true });
      read += (await runImport(db, { declared, file, runId, countyCode: DEMO.countyCode })).read;
    }
    return read;
  });
  const bare = await timed(() =>
    insertBare(
      db,
      texts.flatMap(({ text }) => text.split('\n').slice(1)),
    ),
  );
  row('file → placed, indexed, counted', perSecond(imported.result, imported.seconds));
  row('bare rows (unnest, no index), same database', perSecond(bare.result, bare.seconds));
  row('ratio', `${((100 * imported.result * bare.seconds) / (imported.seconds * bare.result)).toFixed(0)} %`);
}

async function* chunks(text: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let start = 0; start < bytes.length; start += 65_536) yield bytes.subarray(start, start + 65_536);
}

/** The fastest way in without COPY: arrays of values, 2,000 rows a statement. */
async function insertBare(db: Database, lines: readonly string[]): Promise<number> {
  await db.query(
    'create table bare (key text, happened_on date, amount numeric, operator_id int, lng float8, lat float8, cell text, body text)',
  );
  for (let start = 0; start < lines.length; start += BATCH) {
    const batch = lines.slice(start, start + BATCH);
    await db.query(
      `insert into bare select * from unnest($1::text[], $2::date[], $3::numeric[], $4::int[], $5::float8[], $6::float8[], $7::text[], $8::text[])`,
      [
        batch.map((_, i) => `${start + i}`),
        batch.map(() => '2020-01-01'),
        batch.map((_, i) => i),
        batch.map((_, i) => i % 470),
        batch.map(() => 120.6),
        batch.map(() => 31.6),
        batch.map(() => '89309a2d2afffff'),
        batch,
      ],
    );
  }
  await db.query('drop table bare');
  return lines.length;
}

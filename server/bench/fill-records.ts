import { cellAt } from '../../geodata/h3/cells.ts';
import type { Database } from '../db/database.ts';
import { refreshStatistics } from '../db/refresh-statistics.ts';
import { EVERYTHING } from '../db/sight.ts';
import { sql } from '../db/sql.ts';
import { learnCells, learnPlaces, loadKnownIds } from '../import/known-ids.ts';

const OPERATORS = 470;
const BATCH = 100_000;
/** A county of some 1,000 km²: cells of resolution 9 have 0.1 km². */
const CELLS = 10_000;

/** Fills a dataset with made-up records spread over all areas of a level, straight in the database. */
export async function fillRecords(
  db: Database,
  { datasetId, level, records }: { datasetId: number; level: string; records: number },
): Promise<void> {
  const names = Array.from({ length: OPERATORS }, (_, i) => `bench ${i}`);
  const known = await loadKnownIds(db, datasetId);
  await sql(db, 'operators/upsert_batch', { datasetId, names });
  const areas = await sql(db, 'areas/list', { level });
  await learnPlaces(
    db,
    known,
    areas.map(({ id }) => `{${id}}`),
  );
  const cells = [
    ...new Set(
      Array.from({ length: CELLS }, (_, i) => cellAt([120.5 + (i % 100) * 0.004, 31.5 + Math.floor(i / 100) * 0.003])),
    ),
  ];
  await learnCells(db, known, cells);
  const places = areas.map(({ id }) => known.places.get(`{${id}}`) ?? 0);
  const operators = (await sql(db, 'operators/list', { ...EVERYTHING, datasetId })).filter(({ name }) =>
    name.startsWith('bench '),
  );
  const fileName = 'bench';
  const [run] = await sql(db, 'runs/open', {
    datasetId,
    fileName,
    synthetic: true,
    owner: 'bench 0',
    now: new Date(),
    bytesTotal: null,
    encoding: null,
    report: '{}',
    startedBy: null,
    choices: '{}',
    upload: null,
    continues: null,
  });
  for (let start = 0; start < records; start += BATCH) {
    await db.query(
      `insert into record (county_code, dataset_id, key, run_id, line, content_hash, place_id, grade, happened_on, amount, operator_id, holder, set_aside, whereabouts, cell, fields)
       select '000000', $1, 'bench ' || n, $2, n, n::text, ($3::int[])[1 + n % cardinality($3::int[])], 'area-code',
              date '2018-07-01' + n % 1096, n % 2000, ($4::int[])[1 + ((n::bigint * 7919) % 104729)::int % cardinality($4::int[])], 'H' || n % 300000, false, '{}', ($7::text[])[1 + n % cardinality($7::text[])], '{}'
       from generate_series($5::int, $6::int) n`,
      [datasetId, run?.id, places, operators.map(({ id }) => id), start, Math.min(start + BATCH, records) - 1, cells],
    );
  }
  await refreshStatistics(db);
  await sql(db, 'datasets/raise_revision', { datasetId });
}

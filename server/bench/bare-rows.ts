import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import copy from 'pg-copy-streams';
import {
  type BinaryArray,
  booleanArray,
  dateArray,
  floatArray,
  intArray,
  jsonbArray,
  textArray,
} from '../db/binary-array.ts';
import { type Database, transaction } from '../db/database.ts';
import type { OpenDatabase } from '../db/open.ts';
import { timed } from './figures.ts';

/** What an import writes of a record; `id` and what the database computes are left to it. */
const COLUMNS = {
  county_code: 'text',
  dataset_id: 'int',
  key: 'text',
  run_id: 'int',
  line: 'int',
  content_hash: 'text',
  place_id: 'int',
  grade: 'text',
  place_problem: 'text',
  happened_on: 'date',
  amount: 'numeric',
  operator_id: 'int',
  holder: 'text',
  category: 'text',
  set_aside: 'boolean',
  whereabouts: 'jsonb',
  lng: 'float8',
  lat: 'float8',
  cell: 'text',
  fields: 'jsonb',
} as const;
const NAMES = Object.keys(COLUMNS).join(', ');
/** As many rows a statement as the engine takes fastest. */
const BATCH = 5_000;

/** How fast a database takes rows that are ready: rows per second into a table like `record`, and into one without indexes. */
export interface BareSpeed {
  readonly indexed: number;
  readonly heap: number;
}

/**
 * Writes the records of a dataset, as they are stored, once more by the fastest way the database has: COPY in binary on a
 * PostgreSQL server, arrays in binary over the socket of the embedded engine. Only the writing is timed.
 */
export async function measureBareRows(db: Database, kind: OpenDatabase['kind'], datasetId: number): Promise<BareSpeed> {
  const { rows } = await db.query('select count(*)::int as n from record where dataset_id = $1', [datasetId]);
  const write = kind === 'embedded' ? await arraysOf(db, datasetId) : await copyOf(db, datasetId);
  const speed = async (like: string) => {
    await db.query(`create table bare (like record including identity ${like})`);
    const { seconds } = await timed(() => transaction(db, write));
    await db.query('drop table bare');
    return rows[0].n / seconds;
  };
  return {
    indexed: await speed('including indexes including generated'),
    heap: await speed(''),
  };
}

type Write = (db: Database) => Promise<void>;

async function copyOf(db: Database, datasetId: number): Promise<Write> {
  const bytes = await transaction(db, (client) =>
    buffer(
      client.query(
        copy.to(`copy (select ${NAMES} from record where dataset_id = ${datasetId}) to stdout (format binary)`),
      ),
    ),
  );
  return (db) =>
    transaction(db, (client) =>
      pipeline([bytes], client.query(copy.from(`copy bare (${NAMES}) from stdin (format binary)`))),
    );
}

async function arraysOf(db: Database, datasetId: number): Promise<Write> {
  const { rows } = await db.query({
    text: `select ${Object.entries(COLUMNS).map(([name, type]) => (type === 'jsonb' || type === 'numeric' ? `${name}::text` : name))} from record where dataset_id = $1`,
    values: [datasetId],
    rowMode: 'array',
  });
  const batches: BinaryArray[][] = [];
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    batches.push(
      Object.values(COLUMNS).map((type, column) =>
        pack(
          type,
          batch.map((row) => row[column]),
        ),
      ),
    );
  }
  const parameters = Object.values(COLUMNS).map((type, i) => `$${i + 1}::${type === 'numeric' ? 'text' : type}[]`);
  const values = Object.entries(COLUMNS).map(([name, type]) => (type === 'numeric' ? `${name}::numeric` : name));
  const text = `insert into bare (${NAMES}) select ${values} from unnest(${parameters}) as ready (${NAMES})`;
  return async (db) => {
    for (const batch of batches) await db.query(text, batch);
  };
}

function pack(type: (typeof COLUMNS)[keyof typeof COLUMNS], values: readonly unknown[]): BinaryArray {
  const pack = { text: textArray, numeric: textArray, int: intArray, date: dateArray, boolean: booleanArray };
  const all = { ...pack, float8: floatArray, jsonb: jsonbArray } as Record<string, (values: never) => BinaryArray>;
  return (all[type] as (values: readonly unknown[]) => BinaryArray)(values);
}

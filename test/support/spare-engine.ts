import { rmSync } from 'node:fs';
import pg from 'pg';
import type { Embedded } from '../../server/db/embedded.ts';

/** An embedded engine with an empty, migrated database, and what must be so for it to be used again. */
interface Kept {
  readonly embedded: Embedded;
  readonly folder: string;
  readonly shape: string;
  /** The rows that migrations put in, by table. */
  readonly seeds: readonly (readonly [table: string, rows: string])[];
}

const TABLES = `
  select format('%I.%I', schemaname, tablename) as name
  from pg_tables
  where schemaname in ('public', 'disclosure') and tablename not in ('migration', 'spatial_ref_sys')
  order by 1`;
const SHAPE = `
  select
    (select string_agg(c.relname::text || c.relkind::text || c.relrowsecurity::text || coalesce(c.relacl::text, ''), ' ' order by c.relname, c.oid)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'disclosure')) as relations,
    (select string_agg(polname::text || polrelid::regclass::text, ' ' order by polname, polrelid) from pg_policy) as policies,
    (select string_agg(tgname::text, ' ' order by tgname) from pg_trigger) as triggers,
    (select string_agg(rolname::text || rolsuper::text, ' ' order by rolname) from pg_roles) as roles,
    (select string_agg(nspname::text, ' ' order by nspname) from pg_namespace where nspname !~ '^pg_(toast_)?temp') as schemas`;

let spare: Kept | null = null;

/** Takes the engine that the file before left; null when there is none. Starting one takes longer than most tests. */
export function takeSpare(): Kept | null {
  const taken = spare;
  spare = null;
  return taken;
}

/** Notes what a fresh engine holds, so that it can be emptied and used again. */
export async function keep(embedded: Embedded, folder: string): Promise<Kept> {
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return onEngine(embedded, async (client) => {
    const seeds: [string, string][] = [];
    for (const { name } of (await client.query<{ name: string }>(TABLES)).rows) {
      const { rows } = await client.query(`select json_agg(t)::text as rows from ${name} t`);
      if (rows[0].rows !== null) seeds.push([name, rows[0].rows]);
    }
    return { embedded, folder, shape: await shapeOf(client), seeds };
  });
}

/** Empties an engine for the next file; ends it when a test left something that emptying does not take away. */
export async function giveBack(kept: Kept): Promise<void> {
  const isClean = await onEngine(kept.embedded, (client) => empty(client, kept)).catch(() => false);
  if (isClean && spare === null) spare = kept;
  else {
    await kept.embedded.stop();
    rmSync(kept.folder, { recursive: true, force: true });
  }
}

async function empty(client: pg.Client, { shape, seeds }: Kept): Promise<boolean> {
  await client.query('discard all');
  const tables = (await client.query<{ name: string }>(TABLES)).rows.map(({ name }) => name);
  await client.query(`truncate ${tables.join(', ')} restart identity cascade`);
  for (const [table, rows] of seeds) {
    await client.query(
      `insert into ${table} overriding system value select * from json_populate_recordset(null::${table}, $1::json)`,
      [rows],
    );
  }
  return (await shapeOf(client)) === shape;
}

const shapeOf = async (client: pg.Client) => JSON.stringify((await client.query(SHAPE)).rows[0]);

async function onEngine<T>({ url }: Embedded, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

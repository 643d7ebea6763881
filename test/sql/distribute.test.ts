import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withDatabase } from '../support/database.ts';

// The schema must also run spread over a Citus cluster. What can be checked without one is checked here, against the catalogue.
const source = readFileSync(join(import.meta.dirname, '../../sql/distribute.sql'), 'utf8');
const referenced = [...source.matchAll(/create_reference_table\('(\w+)'\)/g)].map(([, table]) => table as string);
const distributed = [...source.matchAll(/create_distributed_table\('(\w+)', 'county_code'\)/g)].map(
  ([, table]) => table as string,
);
const local = source.match(/stay on the coordinator: ([\w, ]+)\./)?.[1]?.split(', ') ?? [];

test('every table has its place in a cluster', () =>
  withDatabase(async (db) => {
    const { rows } = await db.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') order by name`,
    );
    expect([...referenced, ...distributed, ...local].sort()).toEqual(rows.map(({ name }) => name));
  }));

test('every unique index of a distributed table contains the county', () =>
  withDatabase(async (db) => {
    const { rows } = await db.query<{ index: string; columns: string[] }>(
      `select i.indexrelid::regclass::text as index, array_agg(a.attname::text) as columns
       from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
       where i.indisunique and i.indrelid = any($1::regclass[]) group by i.indexrelid`,
      [distributed],
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { index, columns } of rows) expect(columns, index).toContain('county_code');
  }));

test('no table has a trigger of ours', () =>
  withDatabase(async (db) => {
    const { rows } = await db.query(
      `select t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
       where not t.tgisinternal and c.relname = any($1::text[])`,
      [[...referenced, ...distributed]],
    );
    expect(rows).toEqual([]);
  }));

test('outside a cluster the script does nothing, without complaint', () =>
  withDatabase(async (db) => void (await db.query(source))));

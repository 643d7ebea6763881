import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { type Database, openPool, transaction } from '../../../server/db/database.ts';
import { load, sql } from '../../../server/db/sql.ts';
import { openPublicView } from '../../../server/public/open-public-view.ts';
import { withDatabase } from '../../support/database.ts';
import { makeTown } from '../../support/town.ts';

const QUERIES = join(import.meta.dirname, '../../../sql/queries/disclosure');
/** Everything that can be asked for rows. */
const RELATIONS = `
  select format('%I.%I', nspname, relname) as name
  from pg_class join pg_namespace on pg_namespace.oid = relnamespace
  where relkind in ('r', 'p', 'v', 'm', 'f', 'S') and nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
  order by 1`;
const DISCLOSED = ['disclosure.area', 'disclosure.area_neighbour', 'disclosure.origin', 'disclosure.schema_step'];

/** Why a statement is refused, or null when it is not; leaves no trace. */
async function refusal(db: Database, statement: string): Promise<string | null> {
  const undone = new Error();
  try {
    await transaction(db, async (within) => {
      await within.query(statement);
      throw undone;
    });
  } catch (error) {
    return error === undone ? null : String((error as { code?: string }).code);
  }
  return null;
}

const namesOf = async (db: Database, statement = RELATIONS) =>
  (await db.query<{ name: string }>(statement)).rows.map(({ name }) => name);

/** As the role, but able to write where it may: what a statement may do must not hang on the transaction being read-only. */
async function asRole(db: Database, work: (db: Database) => Promise<void>): Promise<void> {
  await transaction(db, async (within) => {
    await within.query('set local role sunmap_public');
    await work(within);
    await within.query('reset role');
  });
}

test('of all tables, views and sequences the public role reads exactly what is disclosed', () =>
  withDatabase(async (db) => {
    const all = await namesOf(db);
    expect(all).toEqual(expect.arrayContaining(['public.record', 'public.account', 'public.spatial_ref_sys']));
    await asRole(db, async (view) => {
      const readable: string[] = [];
      for (const name of all) {
        if ((await refusal(view, `select 1 from ${name} limit 0`)) === null) readable.push(name);
      }
      expect(readable).toEqual(DISCLOSED);
      for (const secret of ['pg_authid', 'pg_shadow', 'pg_statistic', 'pg_user_mapping', 'pg_largeobject']) {
        expect(await refusal(view, `select 1 from pg_catalog.${secret} limit 0`), secret).toBe('42501');
      }
    });
  }));

test('it changes nothing and makes nothing anywhere', () =>
  withDatabase(async (db) => {
    const all = await namesOf(db);
    const columnOf = new Map(
      (
        await db.query<{ name: string; column: string }>(
          `select format('%I.%I', table_schema, table_name) as name, min(column_name) as column
           from information_schema.columns group by 1`,
        )
      ).rows.map(({ name, column }) => [name, column]),
    );
    const schemas = await namesOf(
      db,
      `select nspname as name from pg_namespace where nspname !~ '^pg_(toast|temp)' order by 1`,
    );
    await asRole(db, async (view) => {
      for (const name of all) {
        const column = columnOf.get(name);
        if (column === undefined) continue;
        for (const statement of [
          `insert into ${name} default values`,
          `update ${name} set ${column} = null`,
          `delete from ${name}`,
          `truncate ${name}`,
          `alter table ${name} owner to sunmap_public`,
        ]) {
          // The other codes: a view of this kind takes no change from anybody.
          expect(await refusal(view, statement), statement).toMatch(/^(42501|42809|55000|0A000)$/);
        }
      }
      for (const schema of schemas) {
        expect(await refusal(view, `create table ${schema}.mine (n int)`), schema).toMatch(/^42501$/);
        expect(
          await refusal(view, `create function ${schema}.mine() returns int language sql return 1`),
          schema,
        ).toMatch(/^42501$/);
      }
      for (const statement of [
        'create schema mine',
        'create temporary table mine (n int)',
        'create role mine',
        'create database mine',
      ]) {
        expect(await refusal(view, statement), statement).toMatch(/^(42501|25001)$/);
      }
    });
  }));

test('a table that is made tomorrow is closed to it, also one that somebody grants to everybody', () =>
  withDatabase(async (db) => {
    await db.query('create table tomorrow (secret text)');
    await db.query('grant select on tomorrow to public');
    await asRole(db, async (view) => {
      expect(await refusal(view, 'select secret from public.tomorrow')).toBe('42501');
    });
    expect(await sql(db, 'disclosure/list_excesses', { role: 'sunmap_public' })).toEqual([]);
  }));

test('a hole in the wall is found by name', () =>
  withDatabase(async (db) => {
    await db.query('create schema beside');
    await db.query('create table beside.hole (secret text)');
    await db.query('grant usage on schema beside to public');
    expect(await sql(db, 'disclosure/list_excesses', { role: 'sunmap_public' })).toEqual([]);
    await db.query('grant select (secret) on beside.hole to sunmap_public');
    expect(await sql(db, 'disclosure/list_excesses', { role: 'sunmap_public' })).toEqual([{ name: 'beside.hole' }]);
  }));

test('every public question is answered in the public view, from what is disclosed alone', () =>
  withDatabase(async (db) => {
    await makeTown(db);
    const files = readdirSync(QUERIES).map((file) => file.replace(/\.sql$/, ''));
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const { text, names } = load(`disclosure/${file}`);
      expect(text.match(/(?:from|join)\s+(?!disclosure\.|pg_catalog\.|lineage\b)\S+/g), file).toBeNull();
      const values: Record<string, string> = {
        level: 'village',
        code: '320581001201',
        text: '东',
        role: 'sunmap_public',
      };
      await asRole(db, async (view) => {
        await view.query('set local search_path = pg_catalog');
        await view.query(
          text,
          names.map((name) => values[name]),
        );
        await view.query('set local search_path = public');
      });
    }
  }));

test('the public view reads only, and looks for nothing in other schemas', async () => {
  const pool = openPool(inject('databaseUrl'), { max: 1, onBroken: console.error });
  const seen = await openPublicView(pool, async (view) => {
    const { rows } = await view.query(
      `select current_user as "user", current_setting('search_path') as path, current_setting('transaction_read_only') as "readOnly"`,
    );
    return [...rows, await refusal(view, 'select 1 from record'), await refusal(view, 'select 1 from public.record')];
  });
  expect(seen).toEqual([{ user: 'sunmap_public', path: 'pg_catalog', readOnly: 'on' }, '42P01', '42501']);
  await pool.end();
});

test('the view is left with its transaction, whether that went well or not', async () => {
  const pool = openPool(inject('databaseUrl'), { max: 1, onBroken: console.error });
  const user = async () => (await pool.query('select current_user as user')).rows[0].user;
  const before = await user();
  await openPublicView(pool, (view) => view.query('select 1'));
  expect(await user()).toBe(before);
  await expect(openPublicView(pool, (view) => view.query('select * from public.account'))).rejects.toThrow();
  expect(await user()).toBe(before);
  expect((await pool.query(`select current_setting('transaction_read_only') as ro`)).rows).toEqual([{ ro: 'off' }]);
  await pool.end();
});

test('a login that is only a member of the role gets no further by changing roles; the embedded engine has no such login', async () => {
  const owner = new pg.Client({ connectionString: inject('databaseUrl') });
  await owner.connect();
  const tryToEscape = async (client: pg.Client) => {
    await client.query('begin');
    await client.query('set transaction read only; set local role sunmap_public');
    await client.query('reset role');
    const { rows } = await client.query('select current_user as user');
    const tries: (string | null)[] = [];
    for (const statement of [
      'select count(*) from public.record',
      'select count(*) from public.account',
      'set role postgres',
      'set session authorization postgres',
      'insert into public.area_alias values (1, $$x$$)',
    ]) {
      await client.query('savepoint try');
      tries.push(
        await client.query(statement).then(
          () => null,
          (error) => error.code,
        ),
      );
      await client.query('rollback to try');
    }
    await client.query('rollback');
    return { user: rows[0].user, tries };
  };
  if (inject('databaseKind') === 'embedded') {
    // One superuser owns everything there and `reset role` would lead back to it. What holds: no statement of the public is
    // put together from what people send, and a transaction that began to read cannot begin to write.
    const { tries } = await tryToEscape(owner);
    expect(tries.at(-1)).toBe('25006');
    await owner.end();
    return;
  }
  const login = `sunmap_visitor_${process.pid}`;
  await owner.query(`create role ${login} login password 'visitor' in role sunmap_public`);
  const url = new URL(inject('databaseUrl'));
  url.username = login;
  url.password = 'visitor';
  const visitor = new pg.Client({ connectionString: url.href });
  try {
    await visitor.connect();
    const { user, tries } = await tryToEscape(visitor);
    expect(user).toBe(login);
    expect(tries).toEqual(Array(5).fill('42501'));
    expect(await visitor.query('select count(*)::int as n from disclosure.area')).toMatchObject({ rows: [{ n: 0 }] });
    await expect(visitor.query('create temporary table mine (n int)')).rejects.toMatchObject({ code: '42501' });
  } finally {
    await visitor.end();
    await owner.query(`drop role ${login}`);
    await owner.end();
  }
});

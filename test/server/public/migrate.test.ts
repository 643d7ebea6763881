import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { openPool } from '../../../server/db/database.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { sql } from '../../../server/db/sql.ts';
import { openPublicView } from '../../../server/public/open-public-view.ts';

const NAME = `sunmap_owner_${process.pid}`;

/** A database of an ordinary login that owns it and has these rights; the login is gone afterwards. */
async function asOwner(rights: string, work: (url: string) => Promise<void>): Promise<void> {
  const server = new pg.Client({ connectionString: inject('databaseUrl') });
  await server.connect();
  await server.query(`create role ${NAME} login password 'owner' ${rights}`);
  await server.query(`create database ${NAME} owner ${NAME}`);
  const url = new URL(inject('databaseUrl'));
  url.pathname = `/${NAME}`;
  const within = new pg.Client({ connectionString: url.href });
  await within.connect();
  await within.query('create extension postgis');
  await within.end();
  url.username = NAME;
  url.password = 'owner';
  try {
    await work(url.href);
  } finally {
    await server.query(`drop database ${NAME} with (force)`);
    await server.query(`drop role ${NAME}`);
    await server.end();
  }
}

test('an owner that is no superuser makes the public role and may take it; the embedded engine has no other owner', async () => {
  if (inject('databaseKind') === 'embedded') {
    const pool = openPool(inject('databaseUrl'), { max: 1, onBroken: console.error });
    expect((await pool.query('select rolsuper from pg_roles where rolname = current_user')).rows).toEqual([
      { rolsuper: true },
    ]);
    return pool.end();
  }
  await asOwner('createrole', async (url) => {
    const pool = openPool(url, { max: 1, onBroken: console.error });
    await migrate(pool);
    expect(await openPublicView(pool, (view) => sql(view, 'disclosure/list_levels', {}))).toEqual([]);
    expect(await sql(pool, 'disclosure/list_excesses', { role: 'sunmap_public' })).toEqual([]);
    await expect(openPublicView(pool, (view) => view.query('select 1 from public.record'))).rejects.toThrow('denied');
    await pool.end();
  });
});

test('an owner without the right to it is told what is missing', async () => {
  if (inject('databaseKind') === 'embedded') return expect(inject('databaseUrl')).toContain('postgres@/');
  await asOwner('', async (url) => {
    const pool = openPool(url, { max: 1, onBroken: console.error });
    await expect(migrate(pool)).rejects.toThrow(/grant sunmap_(public|staff) to sunmap_owner|may not make the role/);
    await pool.end();
  });
});

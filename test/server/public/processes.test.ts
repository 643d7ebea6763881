import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { type Home, makeHome } from '../../support/make-home.ts';
import { PUBLIC_READY, startServer } from '../../support/sunmap.ts';

// Real processes. On the embedded database only one process can be there; on PostgreSQL the public may have its own.
const LOGIN = `sunmap_visitor_${process.pid}`;
const isEmbedded = () => inject('databaseKind') === 'embedded';

let home: Home;
beforeEach(async () => {
  home = await makeHome();
});
afterEach(() => home.drop());

const statusOf = async (url: string) => (await fetch(url)).status;
const isClosed = (url: string) => expect(fetch(url)).rejects.toThrow();

async function onDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: home.databaseUrl ?? '' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The address of the database for a login that is a member of the public role, with the settings of a process that has only that. */
async function withVisitor(work: (env: Record<string, string>) => Promise<void>): Promise<void> {
  await onDatabase((client) =>
    client.query(`create role ${LOGIN} login password 'visitor'; grant sunmap_public to ${LOGIN}`),
  );
  const url = new URL(home.databaseUrl ?? '');
  url.username = LOGIN;
  url.password = 'visitor';
  try {
    await work({ ...home.env, DATABASE_URL: '', SUNMAP_SERVE: 'public', SUNMAP_PUBLIC_DATABASE_URL: url.href });
  } finally {
    await onDatabase((client) => client.query(`drop owned by ${LOGIN}; drop role ${LOGIN}`));
  }
}

test('one process opens both entry points, says the public one first, and ends both well', async () => {
  const server = await startServer(home.env);
  const publicUrl = server.output().match(PUBLIC_READY)?.[1] ?? '';
  expect(server.output()).toMatch(/Public pages at \S+\nSunmap is ready at \S+\n/);
  expect(publicUrl).not.toBe(server.url);
  expect(await statusOf(`${publicUrl}/api/notice`)).toBe(200);
  expect(await statusOf(`${publicUrl}/`)).toBe(200);
  expect(await statusOf(`${publicUrl}/api/datasets`)).toBe(404);
  expect(await statusOf(`${server.url}/api/notice`)).toBe(401);
  expect(server.output()).toContain('Nobody can sign in yet');
  expect(await server.stop()).toBe(0);
  await isClosed(`${publicUrl}/api/ready`);
  await isClosed(`${server.url}/api/ready`);
});

test('a public port that is taken is named, and SUNMAP_PUBLIC_PORT=off opens none', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await expect(startServer({ ...home.env, SUNMAP_PUBLIC_PORT: `${port}` })).rejects.toThrow(
    new RegExp(`ended with 1:[\\s\\S]*The port ${port} of the public pages is taken: .*SUNMAP_PUBLIC_PORT`),
  );
  other.close();
  const server = await startServer({ ...home.env, SUNMAP_PUBLIC_PORT: 'off' });
  expect(server.output()).not.toMatch(PUBLIC_READY);
  expect(await server.stop()).toBe(0);
});

test('the public alone needs PostgreSQL, and has a process, a login and nothing else there', async () => {
  if (isEmbedded()) {
    const env = { ...home.env, SUNMAP_SERVE: 'public' };
    await expect(startServer(env, PUBLIC_READY)).rejects.toThrow(
      /ended with 1:[\s\S]*SUNMAP_SERVE=public needs PostgreSQL.*only one process can open the embedded database/,
    );
    const foreign = { ...home.env, SUNMAP_PUBLIC_DATABASE_URL: 'postgres://somebody@127.0.0.1/else' };
    await expect(startServer(foreign)).rejects.toThrow(/SUNMAP_PUBLIC_DATABASE_URL needs DATABASE_URL/);
    return;
  }
  const staff = await startServer({ ...home.env, SUNMAP_SERVE: 'staff' });
  expect(staff.output()).not.toMatch(PUBLIC_READY);
  await withVisitor(async (env) => {
    const before = readdirSync(home.dataDir);
    const visitors = await startServer(env, PUBLIC_READY);
    expect(visitors.output()).not.toContain('Sunmap is ready');
    expect(await (await fetch(`${visitors.url}/api/notice`)).json()).toMatchObject({ releases: [] });
    expect(await statusOf(`${visitors.url}/api/records`)).toBe(404);
    const { rows } = await onDatabase((client) =>
      client.query(`select count(*)::int as n from pg_stat_activity where usename = $1`, [LOGIN]),
    );
    expect(rows[0].n).toBeGreaterThan(0);
    expect(readdirSync(home.dataDir)).toEqual(before);
    // The end of one is not the end of the other.
    expect(await visitors.stop()).toBe(0);
    expect(await statusOf(`${staff.url}/api/health`)).toBe(200);
  });
  expect(await staff.stop()).toBe(0);
});

test('the public alone says so when the database is older than the program, and brings nothing up to date', async () => {
  if (isEmbedded()) return expect(home.databaseUrl).toBeNull();
  await withVisitor(async (env) => {
    await onDatabase((client) => client.query('delete from migration where name = (select max(name) from migration)'));
    await expect(startServer(env, PUBLIC_READY)).rejects.toThrow(
      /ended with 1:[\s\S]*The database is older than this program \(.* instead of .*\.sql\): start the staff/,
    );
    await onDatabase((client) => client.query('drop schema disclosure cascade'));
    await expect(startServer(env, PUBLIC_READY)).rejects.toThrow(/older than this program \(nothing instead of/);
    const { rows } = await onDatabase((client) => client.query(`select to_regnamespace('disclosure') as found`));
    expect(rows).toEqual([{ found: null }]);
  });
});

test('the public stays closed where it could reach more than is disclosed, or not even that', async () => {
  if (isEmbedded()) return expect(home.databaseUrl).toBeNull();
  const start = (env: Record<string, string>) => startServer(env, PUBLIC_READY);
  await withVisitor(async (env) => {
    const asOwner = { ...env, SUNMAP_PUBLIC_DATABASE_URL: home.databaseUrl ?? '' };
    await expect(start(asOwner)).rejects.toThrow(/postgres reaches more than what is disclosed \(public\.account/);
    await onDatabase((client) =>
      client.query(`grant usage on schema public to ${LOGIN}; grant select on account to ${LOGIN}`),
    );
    await expect(start(env)).rejects.toThrow(new RegExp(`${LOGIN} reaches more .*public\\.account`));
    await onDatabase((client) =>
      client.query(`revoke usage on schema public from ${LOGIN}; revoke sunmap_public from ${LOGIN}`),
    );
    await expect(start(env)).rejects.toThrow(/may not take the role sunmap_public: grant sunmap_public to it/);
  });
});

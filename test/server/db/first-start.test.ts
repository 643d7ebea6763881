import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Home, makeHome } from '../../support/make-home.ts';
import { startServer, startSunmap } from '../../support/sunmap.ts';

let home: Home;
let dataDir: string;
/** A database that holds nothing yet; null for the embedded one. */
let empty: { url: string; pool: pg.Pool; drop: () => Promise<void> } | null = null;

beforeAll(async () => {
  home = await makeHome();
  dataDir = mkdtempSync(join(tmpdir(), 'sunmap-first-'));
  if (home.databaseUrl === null) return;
  const server = new pg.Pool({ connectionString: home.databaseUrl, max: 1 });
  const name = `${new URL(home.databaseUrl).pathname.slice(1)}_first`;
  await server.query(`create database ${name}`);
  const url = home.databaseUrl.replace(/[^/]+$/, name);
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const drop = async () => {
    await pool.end();
    await server.query(`drop database ${name} with (force)`);
    await server.end();
  };
  empty = { url, pool, drop };
});
afterAll(async () => {
  await empty?.drop();
  await home?.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** How far the start has come: files of the embedded engine, or tables. */
const progress = async (): Promise<number> =>
  empty
    ? (
        await empty.pool.query(
          `select count(*)::int as n from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
        )
      ).rows[0].n
    : readdirSync(dataDir, { recursive: true }).length;

test('a first start that was killed, however far it had come, is gone on with by the next', async () => {
  const env = { ...home.env, DATA_DIR: dataDir, DATABASE_URL: empty?.url ?? '' };
  for (const far of empty ? [1, 5, 12] : [1, 40, 900]) {
    const child = startSunmap(env, 'datasets');
    const gone = new Promise((resolve) => child.once('exit', resolve));
    while (child.exitCode === null && (await progress()) < far) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    await gone;
  }
  const server = await startServer(env);
  expect(await (await fetch(`${server.url}/api/ready`)).json()).toEqual({ ready: true });
  expect((await fetch(`${server.url}/api/datasets`)).status).toBe(401);
  expect(await server.stop()).toBe(0);
});

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPool, transaction } from '../../../server/db/database.ts';
import { type Embedded, startEmbedded } from '../../../server/db/embedded.ts';
import { maintain } from '../../../server/db/maintain.ts';
import { unavailable } from '../../../server/db/unavailable.ts';
import { embeddedTemplate } from '../../support/embedded-template.ts';

// Always the embedded engine, whatever DATABASE_URL says.
let folder: string;
let engine: Embedded;
let pool: pg.Pool;
let replaced: string[];
let crashed: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sunmap-engine-'));
  cpSync(await embeddedTemplate(), folder, { recursive: true });
  replaced = [];
  crashed = [];
  engine = await startEmbedded({
    dataDir: join(folder, 'db'),
    socketFolder: tmpdir(),
    statementLimit: 2_000,
    onReplaced: ({ message }) => replaced.push(message),
    onCrash: ({ message }) => crashed.push(message),
  });
  pool = openPool(engine.url, { max: 1, statementLimit: 2_000, onBroken: () => {} });
  await pool.query('create table note (n int)');
  await pool.query('insert into note values (1)');
});
afterEach(async () => {
  await pool.end();
  await engine.stop();
  rmSync(folder, { recursive: true, force: true });
});

const notes = async () => (await pool.query('select n from note order by n')).rows.map(({ n }) => n);
const BACK_WITHIN = { timeout: 40_000, interval: 100 };

/** Two triangles that cross themselves: the geometry library of the engine fails on them without a word. */
const SILENT_FAULT = `select ST_Intersection(
  'POLYGON((0 0,10 10,10 0,0 10,0 0))'::geometry, 'POLYGON((0 5,10 5,10 6,0 6,0 5))'::geometry)`;
const ENDLESS = 'select count(*) from generate_series(1, 10000000000)';

test('a silent fault of the geometry library rolls back, breaks the connection, and the engine is back at once', async () => {
  const failure = await transaction(pool, async (db) => {
    await db.query('insert into note values (2)');
    await db.query(SILENT_FAULT);
  }).catch((error) => error);
  expect(unavailable(failure)).toBe('unreachable');
  await expect.poll(notes, BACK_WITHIN).toEqual([1]);
  expect(replaced).toEqual([expect.stringContaining('without an answer')]);
  expect(crashed).toEqual([]);
  await pool.query('insert into note values (3)');
  expect(await notes()).toEqual([1, 3]);
});

test('a statement that does not end is ended with its engine, and the next one is served', async () => {
  const before = Date.now();
  const failure = await transaction(pool, async (db) => {
    await db.query('insert into note values (2)');
    await db.query(ENDLESS);
  }).catch((error) => error);
  expect(unavailable(failure)).toBe('unreachable');
  expect(engine.isServing()).toBe(false);
  await expect.poll(notes, BACK_WITHIN).toEqual([1]);
  expect(Date.now() - before).toBeLessThan(60_000);
  expect(engine.isServing()).toBe(true);
  expect(replaced).toEqual([expect.stringContaining('more than 2 seconds')]);
});

test('many statements that take their time together are none that takes too long', async () => {
  const until = Date.now() + 3_000;
  while (Date.now() < until) await pool.query('select count(*) from generate_series(1, 200000)');
  expect(replaced).toEqual([]);
});

test.each(['PG_VERSION', 'global'])(
  'an engine that cannot be opened again, without %s, is told as lost',
  async (part) => {
    rmSync(join(folder, 'db', part), { recursive: true });
    await engine.replace(new Error('a test ends it'));
    expect(crashed).toEqual([expect.stringContaining('could not be opened again')]);
  },
);

test('maintenance makes room for what was deleted, and waits while something is imported', async () => {
  await pool.query('insert into note select generate_series(2, 20000)');
  await pool.query('delete from note where n > 1');
  const pages = async () => Number((await pool.query("select pg_relation_size('note') / 8192 as pages")).rows[0].pages);
  expect(await pages()).toBeGreaterThan(10);
  const failures: Error[] = [];
  let busy = true;
  const stop = maintain(pool, { isBusy: () => busy, onFailed: (error) => failures.push(error), every: 200 });
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(await pages()).toBeGreaterThan(10);
  busy = false;
  await expect.poll(pages, BACK_WITHIN).toBe(1);
  stop();
  expect(failures).toEqual([]);
});

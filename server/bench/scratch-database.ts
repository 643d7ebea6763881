import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { declareShipped } from '../dataset/datasets.ts';
import { openPool } from '../db/database.ts';
import { type OpenDatabase, openDatabase } from '../db/open.ts';

/** An empty database of the configured kind for one run, gone afterwards. */
export async function withScratchDatabase(
  config: Config,
  work: (database: { db: OpenDatabase['pool']; kind: OpenDatabase['kind'] }) => Promise<void>,
): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sunmap-bench-'));
  const server = config.databaseUrl === null ? null : await createOn(config.databaseUrl);
  const database = await openDatabase(
    { ...config, dataDir, databaseUrl: server?.url ?? null },
    {
      onCrash: (error) => {
        throw error;
      },
    },
  );
  try {
    await declareShipped(database.pool);
    await work({ db: database.pool, kind: database.kind });
  } finally {
    await database.close();
    await server?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function createOn(serverUrl: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `sunmap_bench_${process.pid}`;
  const run = async (statement: string) => {
    const pool = openPool(serverUrl, { max: 1, onBroken: console.error });
    await pool.query(statement);
    await pool.end();
  };
  await run(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`drop database ${name} with (force)`) };
}

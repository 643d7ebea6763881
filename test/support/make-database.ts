import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '../../server/config.ts';
import { openPool } from '../../server/db/database.ts';
import { startEmbedded } from '../../server/db/embedded.ts';
import { migrate } from '../../server/db/migrate.ts';
import { embeddedTemplate } from './embedded-template.ts';

export interface TestDatabase {
  readonly kind: 'embedded' | 'postgresql';
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** An empty, migrated database of the kind that DATABASE_URL asks for, gone after `drop`. */
export function makeDatabase(): Promise<TestDatabase> {
  const { databaseUrl } = readConfig();
  return databaseUrl === null ? makeEmbedded() : makeOnServer(databaseUrl);
}

async function makeEmbedded(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'sunmap-test-'));
  cpSync(await embeddedTemplate(), folder, { recursive: true });
  const embedded = await startEmbedded({
    dataDir: join(folder, 'db'),
    socketFolder: tmpdir(),
    onCrash: (error) => console.error('The embedded database crashed during a test', error),
  });
  return {
    kind: 'embedded',
    url: embedded.url,
    drop: async () => {
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function makeOnServer(serverUrl: string): Promise<TestDatabase> {
  const name = `sunmap_test_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  await onServer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const pool = openPool(url.href, { max: 1, onBroken: console.error });
  await migrate(pool);
  await pool.end();
  return { kind: 'postgresql', url: url.href, drop: () => onServer(serverUrl, `drop database ${name} with (force)`) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

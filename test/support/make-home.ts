import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '../../server/config.ts';
import { openPool } from '../../server/db/database.ts';
import { migrate } from '../../server/db/migrate.ts';
import { embeddedTemplate } from './embedded-template.ts';

/** An empty, migrated database that no process has open, of the kind that DATABASE_URL asks for. */
export interface Home {
  readonly kind: 'embedded' | 'postgresql';
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  /** The settings with which a process finds it. */
  readonly env: Readonly<Record<string, string>>;
  readonly drop: () => Promise<void>;
}

export async function makeHome(): Promise<Home> {
  const { databaseUrl: serverUrl } = readConfig();
  const dataDir = mkdtempSync(join(tmpdir(), 'sunmap-test-'));
  const env = { DATA_DIR: dataDir, SUNMAP_DEMO: 'off', PORT: '0' };
  const forget = () => rmSync(dataDir, { recursive: true, force: true });
  if (serverUrl === null) {
    cpSync(await embeddedTemplate(), dataDir, { recursive: true });
    return {
      kind: 'embedded',
      dataDir,
      databaseUrl: null,
      env: { ...env, DATABASE_URL: '' },
      drop: async () => forget(),
    };
  }
  const databaseUrl = await createDatabase(serverUrl);
  const drop = async () => {
    forget();
    await onServer(serverUrl, `drop database ${new URL(databaseUrl).pathname.slice(1)} with (force)`);
  };
  return { kind: 'postgresql', dataDir, databaseUrl, env: { ...env, DATABASE_URL: databaseUrl }, drop };
}

async function createDatabase(serverUrl: string): Promise<string> {
  const name = `sunmap_test_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  await onServer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const pool = openPool(url.href, { max: 1, onBroken: console.error });
  await migrate(pool);
  await pool.end();
  return url.href;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '../../server/config.ts';
import { startEmbedded } from '../../server/db/embedded.ts';
import { makeHome } from './make-home.ts';
import { giveBack, keep, takeSpare } from './spare-engine.ts';

export interface TestDatabase {
  readonly kind: 'embedded' | 'postgresql';
  readonly url: string;
  readonly dataDir: string;
  /** Breaks all connections at once; resolves when new ones are taken. */
  readonly restart: () => Promise<void>;
  readonly drop: () => Promise<void>;
}

export interface DatabaseOptions {
  /** In milliseconds; kept by the embedded one. */
  readonly statementLimit?: number;
  /** Whether the embedded engine is left to the next file; not where nobody comes after. */
  readonly shared?: boolean;
}

/** An empty, migrated database that takes connections, gone after `drop`. */
export async function makeDatabase({ statementLimit, shared = true }: DatabaseOptions = {}): Promise<TestDatabase> {
  const { databaseUrl: serverUrl } = readConfig();
  if (serverUrl !== null) {
    const { kind, dataDir, databaseUrl, drop } = await makeHome();
    const url = databaseUrl as string;
    return { kind, dataDir, url, restart: () => terminateAll(url), drop };
  }
  const isShared = shared && statementLimit === undefined;
  const kept = (isShared ? takeSpare() : null) ?? (await startFresh(statementLimit));
  const dataDir = mkdtempSync(join(tmpdir(), 'sunmap-test-'));
  return {
    kind: 'embedded',
    dataDir,
    url: kept.embedded.url,
    restart: () => kept.embedded.replace(new Error('a test restarts it')),
    drop: async () => {
      rmSync(dataDir, { recursive: true, force: true });
      if (isShared) return giveBack(kept);
      await kept.embedded.stop();
      rmSync(kept.folder, { recursive: true, force: true });
    },
  };
}

async function startFresh(statementLimit: number | undefined) {
  const { dataDir: folder } = await makeHome();
  const embedded = await startEmbedded({
    dataDir: join(folder, 'db'),
    socketFolder: tmpdir(),
    statementLimit,
    onCrash: (error) => console.error('The embedded database crashed during a test', error),
  });
  return keep(embedded, folder);
}

async function terminateAll(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await client.end();
}

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../../server/db/embedded.ts';
import { makeHome } from './make-home.ts';

export interface TestDatabase {
  readonly kind: 'embedded' | 'postgresql';
  readonly url: string;
  readonly dataDir: string;
  /** Breaks all connections at once; resolves when new ones are taken. */
  readonly restart: () => Promise<void>;
  readonly drop: () => Promise<void>;
}

/** An empty, migrated database that takes connections, gone after `drop`. `statementLimit`, in milliseconds, is kept by the embedded one. */
export async function makeDatabase({ statementLimit }: { statementLimit?: number } = {}): Promise<TestDatabase> {
  const { kind, dataDir, databaseUrl, drop } = await makeHome();
  if (databaseUrl !== null) return { kind, dataDir, url: databaseUrl, restart: () => terminateAll(databaseUrl), drop };
  const embedded = await startEmbedded({
    dataDir: join(dataDir, 'db'),
    socketFolder: tmpdir(),
    statementLimit,
    onCrash: (error) => console.error('The embedded database crashed during a test', error),
  });
  return {
    kind,
    dataDir,
    url: embedded.url,
    restart: () => embedded.replace(new Error('a test restarts it')),
    drop: async () => {
      await embedded.stop();
      await drop();
    },
  };
}

async function terminateAll(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await client.end();
}

import { join } from 'node:path';
import type pg from 'pg';
import type { Config } from '../config.ts';
import { openPool } from './database.ts';
import { startEmbedded } from './embedded.ts';
import { takeLock } from './lock.ts';
import { migrate } from './migrate.ts';

/** A migrated database, whichever kind it is. */
export interface OpenDatabase {
  readonly kind: 'embedded' | 'postgresql';
  readonly pool: pg.Pool;
  readonly close: () => Promise<void>;
}

/** The connections to a PostgreSQL server; the embedded database gets exactly one (electric-sql/pglite#1046). */
const SERVER_CONNECTIONS = 10;

/**
 * Opens the database that the configuration names and brings it up to date. Throws `InUse` when another process holds the
 * embedded one. `onCrash` is told when the database is lost for good and the process should end.
 */
export async function openDatabase(config: Config, onCrash: (error: Error) => void): Promise<OpenDatabase> {
  return config.databaseUrl ? openServer(config.databaseUrl) : openEmbedded(config, onCrash);
}

async function openServer(url: string): Promise<OpenDatabase> {
  const pool = openPool(url, { max: SERVER_CONNECTIONS, onBroken: warn });
  await migrate(pool);
  return { kind: 'postgresql', pool, close: () => pool.end() };
}

async function openEmbedded(config: Config, onCrash: (error: Error) => void): Promise<OpenDatabase> {
  const unlock = takeLock(config.dataDir);
  try {
    const embedded = await startEmbedded({
      dataDir: join(config.dataDir, 'db'),
      socketFolder: config.socketFolder,
      onCrash,
    });
    const pool = openPool(embedded.url, { max: 1, onBroken: warn });
    await migrate(pool);
    return {
      kind: 'embedded',
      pool,
      close: async () => {
        await pool.end();
        await embedded.stop();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

const warn = (error: Error) => console.error(`Lost a database connection: ${error.message}`);

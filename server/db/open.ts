import { join } from 'node:path';
import type pg from 'pg';
import type { Config } from '../config.ts';
import { openPool } from './database.ts';
import { startEmbedded } from './embedded.ts';
import { isReachable } from './is-reachable.ts';
import { takeLock } from './lock.ts';
import { migrate } from './migrate.ts';

/** A migrated database, whichever kind it is. */
export interface OpenDatabase {
  readonly kind: 'embedded' | 'postgresql';
  readonly pool: pg.Pool;
  /** Whether requests can be answered now. An embedded engine that is busy can; one that is being replaced cannot. */
  readonly isReachable: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** What happens to a database while it is open. */
export interface DatabaseEvents {
  /** The embedded engine is lost for good and the process should end. */
  readonly onCrash: (error: Error) => void;
  /** The embedded engine was at fault and has been replaced; what was committed is there. */
  readonly onReplaced?: (reason: Error) => void;
  /** A connection broke; the next request opens another. */
  readonly onBroken?: (error: Error) => void;
}

/** The connections to a PostgreSQL server; the embedded database gets exactly one (electric-sql/pglite#1046). */
const SERVER_CONNECTIONS = 10;

/**
 * Opens the database that the configuration names and brings it up to date. Throws `InUse` when another process holds the
 * embedded one.
 */
export async function openDatabase(config: Config, events: DatabaseEvents): Promise<OpenDatabase> {
  return config.databaseUrl ? openServer(config.databaseUrl, config, events) : openEmbedded(config, events);
}

async function openServer(
  url: string,
  { statementLimit }: Config,
  { onBroken = warn }: DatabaseEvents,
): Promise<OpenDatabase> {
  const pool = openPool(url, { max: SERVER_CONNECTIONS, statementLimit, limitsItself: true, onBroken });
  await migrate(pool);
  return { kind: 'postgresql', pool, isReachable: () => isReachable(pool), close: () => pool.end() };
}

async function openEmbedded(
  { dataDir, socketFolder, statementLimit }: Config,
  { onCrash, onReplaced = warn, onBroken = warn }: DatabaseEvents,
): Promise<OpenDatabase> {
  const unlock = takeLock(dataDir);
  try {
    const embedded = await startEmbedded({
      dataDir: join(dataDir, 'db'),
      socketFolder,
      statementLimit,
      onReplaced,
      onCrash,
    });
    const pool = openPool(embedded.url, { max: 1, statementLimit, onBroken });
    await migrate(pool);
    return {
      kind: 'embedded',
      pool,
      isReachable: async () => embedded.isServing(),
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

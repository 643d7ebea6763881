import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { STATEMENT_LIMIT } from './database.ts';
import { type Engine, startEngine } from './engine.ts';

export interface Embedded {
  /** What `pg` connects to; at most one connection may be active at a time (electric-sql/pglite#1046). */
  readonly url: string;
  /** False while the engine is being replaced. */
  readonly isServing: () => boolean;
  /** Ends the engine and opens another on the same folder. */
  readonly replace: (reason: Error) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  /** A folder that outlives the engine. */
  readonly dataDir: string;
  /** A folder in which a private folder for the socket file is made. */
  readonly socketFolder: string;
  /** The longest a statement may run, in milliseconds: the engine knows neither a limit of its own nor how to cancel. */
  readonly statementLimit?: number | undefined;
  /** The engine was at fault, or busy for too long, and another has taken its place. */
  readonly onReplaced?: ((reason: Error) => void) | undefined;
  /** The engine died and could not be opened again: nothing can be trusted any more. */
  readonly onCrash: (error: Error) => void;
}

const LOOK_EVERY = 250;
/** A new folder takes 15-30 s, on a busy machine longer; one that exists a few. */
const OPENS_WITHIN = 5 * 60_000;
const REOPENS_WITHIN = 60_000;

/**
 * Starts PGlite with PostGIS in a worker thread and listens on a socket file that only this user can reach.
 * Resolves when it takes connections: 2-5 s for an existing folder, 15-30 s for a new one. An engine that is at fault or does
 * not come back from a statement is ended and opened again on the same folder: connections break, nothing uncommitted stays.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, socketFolder, statementLimit = STATEMENT_LIMIT, onReplaced = () => {}, onCrash } = options;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(socketFolder, 'sunmap-'));
  const socketPath = join(folder, '.s.PGSQL.5432');
  let stopped = false;
  let replacing: Promise<void> | null = null;

  const open = (opensWithin: number): Promise<Engine> =>
    startEngine({ dataDir, socketPath, opensWithin, onEnd: (error) => void replace(error) });
  const reopen = async (reason: Error): Promise<void> => {
    try {
      await engine.kill();
      // The engine would make a new, empty database where it finds none.
      if (!existsSync(join(dataDir, 'PG_VERSION'))) throw new Error(`the database in ${dataDir} is gone`);
      rmSync(socketPath, { force: true });
      engine = await open(REOPENS_WITHIN);
      replacing = null;
      onReplaced(reason);
    } catch (cause) {
      onCrash(new Error(`${reason.message}, and it could not be opened again: ${(cause as Error).message}`, { cause }));
    }
  };
  const replace = (reason: Error): Promise<void> => {
    if (stopped) return Promise.resolve();
    replacing ??= reopen(reason);
    return replacing;
  };

  let engine = await open(OPENS_WITHIN);
  const watchdog = setInterval(() => {
    if (!replacing && engine.busyFor() > statementLimit) {
      void replace(new Error(`a statement ran for more than ${statementLimit / 1_000} seconds`));
    }
  }, LOOK_EVERY).unref();

  return {
    url: `postgres://postgres@/postgres?host=${encodeURIComponent(folder)}&port=5432`,
    isServing: () => replacing === null && !stopped,
    replace,
    stop: async () => {
      clearInterval(watchdog);
      await replacing;
      stopped = true;
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

export interface Embedded {
  /** What `pg` connects to; at most one connection may be active at a time (electric-sql/pglite#1046). */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  /** A folder, or `memory://`. */
  readonly dataDir: string;
  /** A folder in which a private folder for the socket file is made. */
  readonly socketFolder: string;
  /** The engine died: nothing can be trusted any more. */
  readonly onCrash: (error: Error) => void;
}

const STOP_WITHIN = 10_000;

/**
 * Starts PGlite with PostGIS in a worker thread and listens on a socket file that only this user can reach.
 * Resolves when it takes connections: 2-5 s for an existing folder, 15-30 s for a new one.
 */
export async function startEmbedded({ dataDir, socketFolder, onCrash }: EmbeddedOptions): Promise<Embedded> {
  if (!dataDir.startsWith('memory://')) mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(socketFolder, 'sunmap-'));
  const worker = new Worker(new URL('./embedded-worker.mjs', import.meta.url), {
    workerData: { dataDir, socketPath: join(folder, '.s.PGSQL.5432') },
  });
  let stopping = false;
  const heard = (expected: string) =>
    new Promise<void>((resolve, reject) => {
      worker.on('message', (message) => message === expected && resolve());
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the embedded database ended with code ${code}`)));
    });
  await heard('ready');
  worker.once('error', onCrash);
  worker.once('exit', (code) => stopping || onCrash(new Error(`the embedded database ended with code ${code}`)));

  return {
    url: `postgres://postgres@/postgres?host=${encodeURIComponent(folder)}&port=5432`,
    stop: async () => {
      stopping = true;
      const stopped = heard('stopped');
      worker.postMessage('stop');
      await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, STOP_WITHIN).unref())]);
      await worker.terminate();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

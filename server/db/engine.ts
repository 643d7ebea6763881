import { Worker } from 'node:worker_threads';

/** One life of the embedded engine, in a thread of its own. */
export interface Engine {
  /** For how long the running message has been at it, in milliseconds; 0 when it has nothing to do. */
  busyFor(): number;
  /** Lets it close its files. */
  stop(): Promise<void>;
  /** Ends it wherever it is; what was not committed is gone. */
  kill(): Promise<void>;
}

export interface EngineOptions {
  readonly dataDir: string;
  readonly socketPath: string;
  /** The longest it may take to open, in milliseconds. */
  readonly opensWithin: number;
  /** It ended by itself: told once, not after `stop` or `kill`. */
  readonly onEnd: (error: Error) => void;
}

const STOP_WITHIN = 10_000;

/** Starts the engine; resolves when it takes connections, rejects when it ends before or takes too long. */
export async function startEngine({ dataDir, socketPath, opensWithin, onEnd }: EngineOptions): Promise<Engine> {
  // When the message under way began, on the clock that all threads of a process share: a thread that computes tells nothing else.
  const began = new BigInt64Array(new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT));
  const worker = new Worker(new URL('./embedded-worker.mjs', import.meta.url), {
    workerData: { dataDir, socketPath, began },
  });
  let over = false;
  const end = (error: Error) => {
    if (!over) onEnd(error);
    over = true;
  };
  const heard = (expected: string) =>
    new Promise<void>((resolve, reject) => {
      worker.on('message', (message) => message === expected && resolve());
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the embedded database ended with code ${code}`)));
    });
  await within(opensWithin, heard('ready'), 'the embedded database does not open').catch(async (error) => {
    await worker.terminate();
    throw error;
  });
  worker.once('error', end);
  worker.once('exit', (code) => end(new Error(`the embedded database ended with code ${code}`)));

  return {
    busyFor() {
      const since = Atomics.load(began, 0);
      return since === 0n ? 0 : Number((process.hrtime.bigint() - since) / 1_000_000n);
    },
    async stop() {
      over = true;
      const stopped = heard('stopped');
      worker.postMessage('stop');
      await within(STOP_WITHIN, stopped, 'it does not stop').catch(() => {});
      await worker.terminate();
    },
    async kill() {
      over = true;
      await worker.terminate();
    },
  };
}

async function within<T>(limit: number, work: Promise<T>, otherwise: string): Promise<T> {
  let overdue: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    overdue = setTimeout(() => reject(new Error(otherwise)), limit);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(overdue);
  }
}

import { Worker } from 'node:worker_threads';
import { IntakeError } from '../../geodata/intake/intake-error.ts';
import { sentence } from '../../geodata/intake/sentence.ts';
import type { AREA_TASKS } from './area-tasks.ts';

type Tasks = typeof AREA_TASKS;

interface Answer {
  readonly result?: unknown;
  readonly failure?: { readonly name: string; readonly message: string; readonly stack: string };
}

/** Megabytes: the largest file that is taken, as text, as features and as mended areas. */
const MEMORY = 4096;

/**
 * Does a task over areas in a thread of its own, so that pages are answered meanwhile; a file that takes more memory than there is ends
 * the thread alone. Throws what the task throws, IntakeErrors as such.
 */
export function askAreaWorker<Task extends keyof Tasks>(
  task: Task,
  input: Parameters<Tasks[Task]>[0],
): Promise<Awaited<ReturnType<Tasks[Task]>>> {
  const worker = new Worker(new URL('./area-worker.mjs', import.meta.url), {
    workerData: { task, input },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  });
  return new Promise((resolve, reject) => {
    worker.once('message', ({ result, failure }: Answer) => {
      if (failure === undefined) return resolve(result as Awaited<ReturnType<Tasks[Task]>>);
      if (failure.name === 'IntakeError') return reject(new IntakeError(failure.message));
      reject(new Error(failure.message, { cause: failure.stack }));
    });
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return reject(error);
      const tooLarge = sentence(
        '文件太大，内存不够，请按层级或地区拆分',
        'The file takes more memory than there is; split it',
      );
      reject(new IntakeError(tooLarge, { cause: error }));
    });
    worker.once('exit', () => reject(new Error(`the thread for “${task}” ended without an answer`)));
  });
}

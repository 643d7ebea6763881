// Plain JavaScript: a worker is not transformed by tsx or Vitest on Node 20, so it asks tsx itself.
import { parentPort, workerData } from 'node:worker_threads';
import { tsImport } from 'tsx/esm/api';

const { task, input } = workerData;
try {
  const { AREA_TASKS } = await tsImport('./area-tasks.ts', import.meta.url);
  parentPort.postMessage({ result: await AREA_TASKS[task](input) });
} catch (error) {
  // Classes do not travel between threads: the name says whether it is the caller's to mend.
  parentPort.postMessage({ failure: { name: error.name, message: error.message, stack: error.stack } });
}

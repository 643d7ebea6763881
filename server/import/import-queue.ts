import { createReadStream } from 'node:fs';
import type { ImportRun } from '../../geodata/model/import-report.ts';
import type { DeclaredDataset } from '../dataset/datasets.ts';
import type { Database } from '../db/database.ts';
import type { ImportWitness } from './import-witness.ts';
import { openRun, runImport } from './run-import.ts';
import { listRuns } from './runs.ts';
import type { Upload, Uploads } from './uploads.ts';

/** Imports that came through the page, one after the other, beside the requests. */
export interface ImportQueue {
  start(upload: Upload, declared: DeclaredDataset, witness: ImportWitness): Promise<ImportRun>;
  /** Lets the running batch finish and ends; the import is shown as interrupted and can be run again. */
  close(): Promise<void>;
}

export function openImportQueue(db: Database, uploads: Uploads, countyCode: string): ImportQueue {
  const stopping = new AbortController();
  let last: Promise<unknown> = Promise.resolve();

  return {
    async start(upload, declared, witness) {
      const named = { name: upload.name, size: upload.size };
      const runId = await openRun(db, { declared, file: named, synthetic: false, witness });
      const run = async () => {
        const file = { ...named, bytes: createReadStream(upload.path) };
        await runImport(db, { declared, file, runId, countyCode, witness, signal: stopping.signal });
        await uploads.forget(upload.id);
      };
      // A failed import has said so in its own row by then; the next one goes on.
      last = last.then(run).catch((error) => console.error(`Import ${runId} of ${upload.name} ended:`, error.message));
      const [opened] = await listRuns(db, runId);
      if (!opened) throw new Error(`import ${runId} vanished`);
      return opened;
    },
    async close() {
      stopping.abort();
      await last;
    },
  };
}

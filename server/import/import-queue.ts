import { createReadStream } from 'node:fs';
import type { ImportRun } from '../../geodata/model/import-report.ts';
import type { TableChoices } from '../../geodata/model/table.ts';
import type { DeclaredDataset } from '../dataset/datasets.ts';
import type { Database } from '../db/database.ts';
import { EVERYTHING } from '../db/sight.ts';
import type { ImportWitness } from './import-witness.ts';
import type { RequireSpace } from './require-space.ts';
import { openRun, runImport } from './run-import.ts';
import { listRuns } from './runs.ts';
import type { Upload, Uploads } from './uploads.ts';

/** Imports that came through the page, one after the other, beside the requests. */
export interface ImportQueue {
  /** `choices`: what a person says of how the file is to be read. */
  start(upload: Upload, declared: DeclaredDataset, witness: ImportWitness, choices?: TableChoices): Promise<ImportRun>;
  /** Whether an import runs or waits. */
  isBusy(): boolean;
  /** Lets the running batch finish and ends; the import is shown as interrupted and can be run again. */
  close(): Promise<void>;
}

export interface ImportQueueOptions {
  readonly uploads: Uploads;
  readonly countyCode: string;
  readonly requireSpace: RequireSpace;
  /** Told of each import that is over, with what ended it early. */
  readonly onEnd: (runId: number, failure: Error | null) => void;
}

/** Records, their indexes and the journal together, for each byte of a file. */
const STORED_PER_BYTE = 3;

export function openImportQueue(db: Database, options: ImportQueueOptions): ImportQueue {
  const { uploads, countyCode, requireSpace, onEnd } = options;
  const stopping = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  return {
    async start(upload, declared, witness, choices = {}) {
      await requireSpace(upload.size * STORED_PER_BYTE);
      const named = { name: upload.name, size: upload.size };
      const runId = await openRun(db, { declared, file: named, synthetic: false, witness });
      const run = async () => {
        const file = { ...named, bytes: createReadStream(upload.path) };
        const { signal } = stopping;
        await runImport(db, { declared, file, choices, runId, countyCode, requireSpace, witness, signal });
        await uploads.forget(upload.id);
      };
      waiting += 1;
      // A failed import has said so in its own row by then; the next one goes on.
      last = last
        .then(run)
        .then(
          () => onEnd(runId, null),
          (error) => onEnd(runId, error),
        )
        .finally(() => {
          waiting -= 1;
        });
      const [opened] = await listRuns(db, EVERYTHING, runId);
      if (!opened) throw new Error(`import ${runId} vanished`);
      return opened;
    },
    isBusy: () => waiting > 0,
    async close() {
      stopping.abort();
      await last;
    },
  };
}

import { createReadStream } from 'node:fs';
import type { ImportRun } from '../../geodata/model/import-report.ts';
import type { TableChoices } from '../../geodata/model/table.ts';
import type { DeclaredDataset } from '../dataset/datasets.ts';
import type { Database } from '../db/database.ts';
import type { StoredRun } from '../db/run-queries.ts';
import { EVERYTHING } from '../db/sight.ts';
import type { ImportWitness } from './import-witness.ts';
import type { RequireSpace } from './require-space.ts';
import { openRun, runImport } from './run-import.ts';
import { listRuns } from './runs.ts';
import { beginUndo, type UndoOptions, undoImport } from './undo-import.ts';
import type { Upload, Uploads } from './uploads.ts';

/** Imports that came through the page, one after the other, beside the requests. */
export interface ImportQueue {
  start(upload: Upload, declared: DeclaredDataset, options: StartOptions): Promise<ImportRun>;
  /** Takes an import back when those before it have ended. Throws as `beginUndo` does. */
  undo(run: StoredRun, options: UndoOptions): Promise<ImportRun>;
  /** Whether an import runs or waits. */
  isBusy(): boolean;
  /** Lets the running batch finish and ends; the import is shown as interrupted and can be run again. */
  close(): Promise<void>;
}

export interface StartOptions {
  readonly witness: ImportWitness;
  /** What people call whoever starts it. */
  readonly startedBy: string;
  readonly choices?: TableChoices;
  /** The interrupted import that this one continues. */
  readonly continues?: number;
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

  /** A failed piece of work has said so in its own row by then; the next one goes on. */
  const enqueue = (runId: number, work: () => Promise<unknown>) => {
    waiting += 1;
    last = last
      .then(work)
      .then(
        () => onEnd(runId, null),
        (error) => onEnd(runId, error),
      )
      .finally(() => {
        waiting -= 1;
      });
  };
  const shown = async (runId: number): Promise<ImportRun> => {
    const [run] = await listRuns(db, EVERYTHING, runId);
    if (!run) throw new Error(`import ${runId} vanished`);
    return run;
  };

  return {
    async start(upload, declared, { witness, startedBy, choices = {}, continues }) {
      await requireSpace(upload.size * STORED_PER_BYTE);
      const named = { name: upload.name, size: upload.size };
      await uploads.claim(upload.id);
      const about = { startedBy, choices, upload: upload.id, ...(continues !== undefined && { continues }) };
      const runId = await openRun(db, { declared, file: named, synthetic: false, witness, ...about });
      enqueue(runId, async () => {
        const file = { ...named, bytes: createReadStream(upload.path) };
        const { signal } = stopping;
        await runImport(db, { declared, file, choices, runId, countyCode, requireSpace, witness, signal });
        await uploads.forget(upload.id);
      });
      return shown(runId);
    },
    async undo(run, options) {
      await beginUndo(db, run, options);
      enqueue(run.id, async () => {
        await undoImport(db, run.id, options);
        if (run.upload !== null) await uploads.forget(run.upload).catch(() => {});
      });
      return shown(run.id);
    },
    isBusy: () => waiting > 0,
    async close() {
      stopping.abort();
      await last;
    },
  };
}

import { createHash } from 'node:crypto';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { createEntryReader } from '../../geodata/intake/create-entry-reader.ts';
import { openTable } from '../../geodata/intake/open-table.ts';
import { requireColumns } from '../../geodata/intake/require-columns.ts';
import type { Finding, ImportReport, StoredState } from '../../geodata/model/import-report.ts';
import type { Entry, Placement, RawRow, Rejection } from '../../geodata/model/record.ts';
import type { TableChoices } from '../../geodata/model/table.ts';
import { disableDemoAccounts } from '../access/demo-accounts.ts';
import type { DeclaredDataset } from '../dataset/datasets.ts';
import { type Database, transaction } from '../db/database.ts';
import { refreshStatistics } from '../db/refresh-statistics.ts';
import { sql } from '../db/sql.ts';
import { unavailable } from '../db/unavailable.ts';
import { Problem } from '../problem.ts';
import { settleDecisions } from '../review/settle-decisions.ts';
import { explainFailure } from './explain-failure.ts';
import type { ImportWitness } from './import-witness.ts';
import { loadKnownIds } from './known-ids.ts';
import { openPlacer, type PlaceBatch } from './open-placer.ts';
import type { RequireSpace } from './require-space.ts';
import { OWNER } from './runs.ts';
import { type BatchTarget, type Placed, storeBatch, storeRejections } from './store-batch.ts';
import { createTally, type Tally } from './tally.ts';
import { ungzip } from './ungzip.ts';

/** Rows of one transaction: enough to be fast, few enough that a page waits no more than a blink for the connection. */
const BATCH = 2_000;
/** Rows between two breaths: pages and the database's answers wait no longer than these take. */
const STRIDE = 100;
/** How often, and how many milliseconds apart, a run that failed is closed while the database is away. */
const CLOSE_TRIES = 30;
const CLOSE_PAUSE = 1_000;

const CLOSING =
  '服务器关闭，导入已停止；请重新导入同一文件。 The import was stopped because the server is closing; run it again.';

export interface ImportFile {
  readonly name: string;
  /** In bytes; null when unknown. */
  readonly size: number | null;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface OpenRunOptions {
  readonly declared: DeclaredDataset;
  readonly file: Omit<ImportFile, 'bytes'>;
  readonly synthetic: boolean;
  readonly witness?: ImportWitness;
  /** What people call whoever starts it. */
  readonly startedBy?: string;
  readonly choices?: TableChoices;
  /** The handle under which the file is kept. */
  readonly upload?: string;
  /** The interrupted import that this one continues. */
  readonly continues?: number;
}

/** Enters an import in the list; `runImport` does the work. Returns its id. */
export async function openRun(db: Database, options: OpenRunOptions): Promise<number> {
  const {
    declared,
    file,
    synthetic,
    witness,
    startedBy = null,
    choices = {},
    upload = null,
    continues = null,
  } = options;
  return transaction(db, async (db) => {
    // Anybody can read a demo account's password on the sign-in page: they end before the first real record is here.
    if (!synthetic) await disableDemoAccounts(db);
    const [run] = await sql(db, 'runs/open', {
      datasetId: declared.key,
      fileName: file.name,
      synthetic,
      owner: OWNER,
      now: new Date(),
      bytesTotal: file.size,
      encoding: null,
      report: JSON.stringify(createTally().report([])),
      startedBy,
      choices: JSON.stringify(choices),
      upload,
      continues,
    });
    if (!run) throw new Error('an import could not be opened');
    if (continues !== null) await sql(db, 'runs/forget_upload', { id: continues });
    await witness?.opened(db, { runId: run.id, dataset: declared.dataset.id, file: file.name, synthetic });
    return run.id;
  });
}

export interface RunImportOptions {
  readonly declared: DeclaredDataset;
  readonly file: ImportFile;
  /** What a person says of how the file is to be read. */
  readonly choices?: TableChoices;
  readonly runId: number;
  readonly countyCode: string;
  /** Asked before each batch, so that the import ends before the disk does. */
  readonly requireSpace?: RequireSpace;
  readonly witness?: ImportWitness;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { bytesRead: number; report: ImportReport }) => void;
}

/**
 * Streams a file into the database: read, understand, place, store, in batches of one transaction each, so that the counts in
 * the list of imports are always those of what is stored. Bad rows are kept as rejections and never end the import; a file
 * that cannot be read at all does, with a sentence. Killed at any moment, it can be run again to the same end.
 */
export async function runImport(db: Database, options: RunImportOptions): Promise<ImportReport> {
  const { declared, file, runId, countyCode, witness, signal } = options;
  const { choices = {}, requireSpace = async () => {}, onProgress = () => {} } = options;
  const startedAt = new Date();
  const hash = createHash('sha256');
  const source = { bytesRead: 0, encoding: null as string | null };
  const tally = createTally();
  const reader = createEntryReader(declared.dataset, { today: new Date().toISOString().slice(0, 10) });
  /** What is committed: a batch that fails is not in it. */
  let committed = tally.report([]);
  const close = (state: StoredState, error: string | null) =>
    transaction(db, async (db) => {
      const fileSha256 = state === 'finished' ? hash.digest('hex') : null;
      const { bytesRead } = source;
      const report = JSON.stringify(committed);
      await sql(db, 'runs/close', { id: runId, state, now: new Date(), bytesRead, fileSha256, report, error });
      await witness?.closed(db, { runId, state, fileSha256, report: committed });
    });

  try {
    const target: BatchTarget = {
      countyCode,
      runId,
      dataset: declared.dataset,
      known: await loadKnownIds(db, declared.key),
    };
    const placeBatch = await openPlacer(db, declared.dataset);
    const bytes = ungzip(watch(file.bytes, hash, source));
    const { shape, columns, rows, findings } = await openTable({ name: file.name, bytes }, { choices, batch: BATCH });
    source.encoding = shape.encoding;
    await sql(db, 'runs/describe', { id: runId, countyCode, format: shape.format, encoding: shape.encoding });
    requireColumns(declared.dataset, columns);
    // While the database stores one batch, the next is read and placed: both are busy, and never more than one ahead.
    let storing: Promise<void> = Promise.resolve();
    for await (const batch of rows) {
      const understood = await understand(batch, reader, (wheres) => placeBatch(wheres, countyCode));
      const reached = { ...source, findings: [...reader.findings(), ...findings()] };
      await storing;
      if (signal?.aborted) throw new Problem(503, CLOSING);
      await requireSpace(0);
      storing = storeUnderstood(db, target, understood, tally, reached).then((progress) => {
        committed = progress.report;
        onProgress(progress);
      });
      storing.catch(() => {});
    }
    await storing;
    await settleDecisions(db, declared, startedAt);
    await refreshStatistics(db);
    await close('finished', null);
    return committed;
  } catch (error) {
    const state = signal?.aborted || unavailable(error) === 'unreachable' ? 'interrupted' : 'failed';
    await persist(() => close(state, explainFailure(error)));
    throw error;
  }
}

/** A run must not be shown as running for ever because the database was away just when it ended. */
async function persist(work: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return void (await work());
    } catch (error) {
      if (unavailable(error) !== 'unreachable' || tries >= CLOSE_TRIES) throw error;
      await setTimeout(CLOSE_PAUSE);
    }
  }
}

async function* watch(
  bytes: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
  source: { bytesRead: number },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    hash.update(chunk);
    source.bytesRead += chunk.length;
    yield chunk;
  }
}

async function understand(
  batch: readonly (RawRow | Rejection)[],
  reader: ReturnType<typeof createEntryReader>,
  placeBatch: PlaceBatch,
): Promise<{ placed: Placed[]; rejections: Rejection[] }> {
  const placed: Placed[] = [];
  const rejections: Rejection[] = [];
  for (let start = 0; start < batch.length; start += STRIDE) {
    await setImmediate();
    const outcomes = batch.slice(start, start + STRIDE).map((row) => ('reason' in row ? row : reader.read(row)));
    const entries: Entry[] = [];
    for (const outcome of outcomes) {
      if ('reason' in outcome) rejections.push(outcome);
      else entries.push(outcome);
    }
    const placements = await placeBatch(entries.map(({ where }) => where));
    placed.push(...entries.map((entry, i) => ({ entry, placement: placements[i] as Placement })));
  }
  return { placed, rejections };
}

interface Reached {
  readonly bytesRead: number;
  readonly encoding: string | null;
  readonly findings: readonly Finding[];
}

/** One transaction: the records, the rejections, and how far the import has come with them. */
async function storeUnderstood(
  db: Database,
  target: BatchTarget,
  { placed, rejections }: { placed: readonly Placed[]; rejections: readonly Rejection[] },
  tally: Tally,
  { bytesRead, encoding, findings }: Reached,
): Promise<{ bytesRead: number; report: ImportReport }> {
  return transaction(db, async (db) => {
    // First, because it holds the dataset's row: two imports of one dataset store their batches one after the other.
    await sql(db, 'datasets/raise_revision', { datasetId: target.known.datasetId });
    const written = await storeBatch(db, target, placed);
    await storeRejections(db, target.runId, rejections);
    tally.addPlaced(
      placed.map(({ placement }) => placement),
      written,
    );
    tally.addRejected(rejections);
    const report = tally.report(findings);
    await sql(db, 'runs/advance', {
      id: target.runId,
      now: new Date(),
      bytesRead,
      encoding,
      report: JSON.stringify(report),
    });
    return { bytesRead, report };
  });
}

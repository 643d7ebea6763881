import { setImmediate } from 'node:timers/promises';
import { missingColumns } from '../../geodata/datasets/dataset-columns.ts';
import { createColumnProfiler } from '../../geodata/intake/create-column-profiler.ts';
import { createEntryReader, type EntryReader } from '../../geodata/intake/create-entry-reader.ts';
import { datasetRoles } from '../../geodata/intake/dataset-roles.ts';
import { createFileWatch } from '../../geodata/intake/findings/create-file-watch.ts';
import { openTable, type TableFile } from '../../geodata/intake/open-table.ts';
import { proposeRoles } from '../../geodata/intake/propose-roles.ts';
import type { Dataset } from '../../geodata/model/dataset.ts';
import type { ColumnRole, FilePreview, Sample } from '../../geodata/model/preview.ts';
import type { Entry, RawRow, Rejection } from '../../geodata/model/record.ts';
import type { TableChoices } from '../../geodata/model/table.ts';
import type { PlaceBatch } from './open-placer.ts';
import { createTally } from './tally.ts';

/** Rows that are looked at: plenty to see what is wrong, few enough to wait for. */
const SAMPLE = 20_000;
const SHOWN_ROWS = 10;
const BATCH = 1_000;

/** What the rows are to be understood as, and how they are placed then. */
export interface Reading {
  readonly dataset: Dataset;
  readonly placeBatch: PlaceBatch;
}

export interface PreviewOptions {
  readonly choices?: TableChoices;
  /** Null: look at the file as it is, understand and place nothing. */
  readonly reading: Reading | null;
  /** Rows that are looked at, 20,000 when left out. */
  readonly sample?: number | undefined;
}

/**
 * Looks at the first rows of a file as an import would read them, and stores nothing. Throws an IntakeError when the file cannot be
 * read at all; a column that the dataset misses is said, not thrown.
 */
export async function previewRecords(file: TableFile, options: PreviewOptions): Promise<FilePreview> {
  const { choices = {}, reading, sample: most = SAMPLE } = options;
  const { shape, columns, rows } = await openTable(file, { choices, batch: BATCH });
  const today = new Date().toISOString().slice(0, 10);
  const dataset = reading?.dataset ?? null;
  const missing = dataset ? missingColumns(dataset, columns) : [];
  const usable = reading !== null && missing.length === 0 ? reading : null;
  const watch = createFileWatch({ columns, dataset: usable && dataset, today });
  const profiler = createColumnProfiler(columns);
  const understanding = usable && understandAs(usable, today);
  const unread = createTally();
  const firstRows: { line: number; cells: string[] }[] = [];
  const sample = await takeSample(rows, most, async (batch) => {
    for (const row of batch) {
      watch.see(row);
      if ('reason' in row) continue;
      profiler.see(row);
      if (firstRows.length >= SHOWN_ROWS) continue;
      firstRows.push({ line: row.line, cells: columns.map((name) => row.fields[name] ?? '') });
    }
    if (understanding) await understanding.see(batch);
    else unread.addRejected(batch.filter((row) => 'reason' in row));
  });
  const report = (understanding?.tally ?? unread).report([]);
  const roles = dataset ? datasetRoles(dataset) : turned(proposeRoles(columns));
  return {
    ...shape,
    columns: profiler.profiles().map((profile) => ({ ...profile, role: roles.get(profile.name) ?? null })),
    dataset: dataset?.id ?? null,
    missing,
    firstRows,
    sample,
    rejected: report.rejected,
    placed: understanding && report.placed,
    unplaced: understanding && report.unplaced,
    unplacedReasons: understanding && report.unplacedReasons,
    findings: watch.findings(),
  };
}

const turned = (proposed: ReadonlyMap<ColumnRole, string>) =>
  new Map([...proposed].map(([role, column]) => [column, role]));

/** Hands on the first rows, in batches, and says whether the file has more. */
async function takeSample(
  rows: AsyncIterable<(RawRow | Rejection)[]>,
  most: number,
  onBatch: (batch: readonly (RawRow | Rejection)[]) => Promise<void>,
): Promise<Sample> {
  let taken = 0;
  for await (const batch of rows) {
    if (taken >= most) return { rows: taken, whole: false };
    const part = batch.slice(0, most - taken);
    await setImmediate();
    await onBatch(part);
    taken += part.length;
    if (part.length < batch.length) return { rows: taken, whole: false };
  }
  return { rows: taken, whole: true };
}

/** Understands and places as an import does; what it would store counts as stored. */
function understandAs({ dataset, placeBatch }: Reading, today: string) {
  const tally = createTally();
  const reader: EntryReader = createEntryReader(dataset, { today });
  return {
    tally,
    async see(batch: readonly (RawRow | Rejection)[]): Promise<void> {
      const entries: Entry[] = [];
      const rejections: Rejection[] = [];
      for (const row of batch) {
        const outcome = 'reason' in row ? row : reader.read(row);
        if ('reason' in outcome) rejections.push(outcome);
        else entries.push(outcome);
      }
      const placements = await placeBatch(entries.map(({ where }) => where));
      tally.addPlaced(placements, { stored: entries.length, updated: 0 });
      tally.addRejected(rejections);
    },
  };
}

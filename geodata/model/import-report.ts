import type { Grade, PlaceProblem } from './place.ts';
import type { RejectionReason } from './record.ts';
import type { TableChoices } from './table.ts';

/** Counts of one import. read = stored + updated + unchanged + the sum of rejected; placed + unplaced = read − rejected. */
export interface ImportReport {
  readonly read: number;
  readonly stored: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: Readonly<Partial<Record<RejectionReason, number>>>;
  readonly placed: Readonly<Partial<Record<Grade, number>>>;
  readonly unplaced: number;
  readonly unplacedReasons: Readonly<Partial<Record<PlaceProblem, number>>>;
  /** Facts a careful reader would want to know of the file; none of them stops a row. */
  readonly findings: readonly Finding[];
}

export const FINDINGS = [
  'rows-repeated',
  'date-missing',
  'amount-missing',
  'amount-zero',
  'amount-negative',
  'operator-missing',
  'date-in-future',
  'error-cells',
  'merged-cells',
] as const;
export type FindingId = (typeof FINDINGS)[number];

export interface Finding {
  readonly id: FindingId;
  readonly count: number;
  /** The column concerned, and up to three lines where it happens. */
  readonly column: string | null;
  readonly lines: readonly number[];
}

/** How an import ended. Taking it back does not change how it ended. */
export const STORED_STATES = ['running', 'finished', 'failed', 'interrupted'] as const;
export type StoredState = (typeof STORED_STATES)[number];

/** What is shown: how it ended, or that it is being taken back, or was. */
export const RUN_STATES = [...STORED_STATES, 'undoing', 'undone'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** One import, running or past. */
export interface ImportRun {
  readonly id: number;
  readonly dataset: string;
  readonly fileName: string;
  readonly fileSha256: string | null;
  readonly state: RunState;
  readonly startedAt: string;
  /** Who started it, as people call them; null for imports of earlier versions. */
  readonly startedBy: string | null;
  readonly endedAt: string | null;
  /** Bytes read so far and in all; the latter null when unknown. */
  readonly bytesRead: number;
  readonly bytesTotal: number | null;
  readonly format: string | null;
  readonly encoding: string | null;
  /** What a person said of how the file is to be read. */
  readonly choices: TableChoices;
  /** The interrupted import that this one continues: the two are taken back together. */
  readonly continues: number | null;
  /** Whether its file is still kept, so that it can be continued without sending it again. */
  readonly canResume: boolean;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
  readonly report: ImportReport;
  /** Why it failed, in a sentence. */
  readonly error: string | null;
}

import type { Grade, PlaceProblem } from './place.ts';
import type { RejectionReason } from './record.ts';

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

export const RUN_STATES = ['running', 'finished', 'failed', 'interrupted'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** One import, running or past. */
export interface ImportRun {
  readonly id: number;
  readonly dataset: string;
  readonly fileName: string;
  readonly fileSha256: string | null;
  readonly state: RunState;
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** Bytes read so far and in all; the latter null when unknown. */
  readonly bytesRead: number;
  readonly bytesTotal: number | null;
  readonly encoding: string | null;
  readonly report: ImportReport;
  /** Why it failed, in a sentence. */
  readonly error: string | null;
}

import type { Dataset } from '../../model/dataset.ts';
import type { Example, PreviewFinding } from '../../model/preview.ts';
import type { RawRow, Rejection } from '../../model/record.ts';

/** A finding before it is put into words. */
export type Found = Omit<PreviewFinding, 'text'>;

/** Looks for one kind of oddity, row by row, in constant memory. */
export interface Detector {
  see(row: RawRow): void;
  /** Rows that could not even be split into cells. */
  seeRejection?(rejection: Rejection): void;
  found(): Found[];
}

/** What a detector may know of the file beforehand. */
export interface Surroundings {
  readonly columns: readonly string[];
  /** Null while nobody has said what the file is. */
  readonly dataset: Dataset | null;
  /** ISO date. */
  readonly today: string;
}

export type CreateDetector = (surroundings: Surroundings) => Detector;

const EXAMPLES = 3;
const LONGEST = 60;

/** Keeps the first three different examples. */
export function keepExample(examples: Example[], line: number | null, value: string): void {
  if (examples.length >= EXAMPLES) return;
  const shown = value.length > LONGEST ? `${[...value].slice(0, LONGEST).join('')}…` : value;
  if (!examples.some((example) => example.value === shown)) examples.push({ line, value: shown });
}

import type { Bilingual, DateFormat } from './dataset.ts';
import type { Grade, PlaceProblem } from './place.ts';
import type { RejectionReason } from './record.ts';
import type { TableShape } from './table.ts';

/** What most values of a column are. `identifier` names things and is never counted with; `empty` holds nothing at all. */
export const COLUMN_TYPES = [
  'text',
  'whole',
  'number',
  'date',
  'boolean',
  'coordinate',
  'identifier',
  'empty',
] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** What a column is for. */
export const COLUMN_ROLES = [
  'key',
  'operator',
  'holder',
  'category',
  'amount',
  'date',
  'lng',
  'lat',
  'area-code',
  'area-name',
  'parent-name',
  'address',
  'field',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** One column of a file, as far as the sample shows it. */
export interface ColumnProfile {
  readonly name: string;
  readonly type: ColumnType;
  /** Of a date column; null where day and month cannot be told apart. */
  readonly dateFormat: DateFormat | null;
  /** Given by the dataset; without a dataset proposed by name and content, and nothing more than proposed. */
  readonly role: ColumnRole | null;
  /** How many cells are empty, and how many different values the others hold. */
  readonly empty: number;
  readonly distinct: number;
  readonly examples: readonly string[];
}

/** `fault`: rows will be rejected or are wrong as they stand; `warning`: somebody should look; `note`: good to know. */
export const SEVERITIES = ['fault', 'warning', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const PREVIEW_FINDINGS = [
  'file-imported-before',
  'file-repeats-another',
  'mixed-delimiters',
  'mojibake',
  'header-without-name',
  'header-name-repeated',
  'header-in-body',
  'total-row',
  'not-a-number',
  'number-with-unit',
  'date-unreadable',
  'date-orders-mixed',
  'date-order-unclear',
  'date-two-digit-year',
  'date-out-of-range',
  'date-in-future',
  'identifier-rounded',
  'leading-zeros-lost',
  'spreadsheet-error',
  'keys-repeat',
  'rows-repeat',
  'value-missing',
  'operator-placeholder',
  'amount-negative',
  'amount-zero',
  'few-points',
  'column-constant',
  'column-empty',
] as const;
export type PreviewFindingId = (typeof PREVIEW_FINDINGS)[number];

/** A value that shows what is meant, with its line where it has one. */
export interface Example {
  readonly line: number | null;
  readonly value: string;
}

/** Something a careful person would say of a file: `count` of `of`. Nothing is changed because of it. */
export interface PreviewFinding {
  readonly id: PreviewFindingId;
  readonly severity: Severity;
  readonly column: string | null;
  readonly count: number;
  readonly of: number;
  /** At most three. */
  readonly examples: readonly Example[];
  /** A second count, where the sentence has one: of repeated keys, how many rows are the same. */
  readonly among?: number;
  readonly text: Bilingual;
}

/** A file of records before anything of it is stored. Counts are of the sample. */
export interface FilePreview extends TableShape {
  readonly columns: readonly ColumnProfile[];
  /** The dataset that it was read as; null: none yet, and so nothing was understood or placed. */
  readonly dataset: string | null;
  /** Columns that the dataset reads and the file does not have: it cannot be imported so. */
  readonly missing: readonly string[];
  /** The first rows, in the order of the columns. */
  readonly firstRows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly sample: Sample;
  readonly rejected: Readonly<Partial<Record<RejectionReason, number>>>;
  /** Null where nothing was placed; placed + unplaced + rejected = the rows of the sample otherwise. */
  readonly placed: Readonly<Partial<Record<Grade, number>>> | null;
  readonly unplaced: number | null;
  readonly unplacedReasons: Readonly<Partial<Record<PlaceProblem, number>>> | null;
  readonly findings: readonly PreviewFinding[];
}

/** How much of a file was looked at: its first rows, and whether they are all. */
export interface Sample {
  readonly rows: number;
  readonly whole: boolean;
}

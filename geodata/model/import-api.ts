import type { ImportRun } from './import-report.ts';
import type { FilePreview } from './preview.ts';
import type { TableChoices } from './table.ts';

/** What can be asked of imports. */
export interface ImportApi {
  '/api/imports': { query: Record<never, never>; body: ImportRun[] };
  '/api/import': { query: { id: number }; body: ImportRun };
  '/api/import/changes': { query: ChangesQuery; body: ImportChanges };
}

export interface ImportPosts {
  '/api/preview': { query: Record<never, never>; request: PreviewRequest; body: FilePreview };
  '/api/imports': { query: Record<never, never>; request: ImportRequest; body: ImportRun };
  /** Runs the kept file of an interrupted import again. */
  '/api/import/resume': { query: { id: number }; request: undefined; body: ImportRun };
}

export interface ImportDeletes {
  /** Takes an import back; the answer is the import while that is going on. */
  '/api/import': { query: { id: number }; body: ImportRun };
}

/** How an uploaded file would be read; without a dataset nothing is understood or placed. */
export interface PreviewRequest {
  readonly upload: string;
  readonly dataset?: string | undefined;
  readonly choices?: TableChoices | undefined;
}

export interface ImportRequest {
  readonly upload: string;
  readonly dataset: string;
  readonly choices?: TableChoices | undefined;
}

export const CHANGE_KINDS = ['added', 'changed', 'missing'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Which rows of a comparison; the page after `after`, which is the last key of the page before. */
export interface ChangesQuery {
  readonly id: number;
  readonly kind?: ChangeKind | undefined;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

/**
 * How the file of an import differs from what was there. `missing` are rows of the former import of a file of that name which the newer
 * one lacks: they are told, not deleted; null where there was no such import.
 */
export interface ImportChanges {
  readonly former: Pick<ImportRun, 'id' | 'fileName' | 'startedAt'> | null;
  readonly counts: {
    readonly added: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly missing: number | null;
  };
  readonly kind: ChangeKind;
  readonly rows: readonly ChangedRow[];
  /** `after` of the next page; null at the end. */
  readonly next: string | null;
}

/** Personal texts are masked as they are in records: that they changed is told, what they say is not. */
export interface ChangedRow {
  readonly key: string;
  readonly line: number;
  readonly fields: readonly FieldChange[];
}

export interface FieldChange {
  readonly name: string;
  readonly before: string | number | boolean | null;
  readonly after: string | number | boolean | null;
}

import type { ImportReport, StoredState } from '../../geodata/model/import-report.ts';
import type { Whereabouts } from '../../geodata/model/record.ts';
import type { TableChoices } from '../../geodata/model/table.ts';
import type { Sight } from './sight.ts';

/** An import as it is stored. */
export interface StoredRun {
  id: number;
  dataset: string;
  fileName: string;
  fileSha256: string | null;
  state: StoredState;
  owner: string;
  startedAt: Date;
  startedBy: string | null;
  beatAt: Date;
  endedAt: Date | null;
  bytesRead: number;
  bytesTotal: number | null;
  format: string | null;
  encoding: string | null;
  choices: TableChoices;
  upload: string | null;
  continues: number | null;
  undoStartedAt: Date | null;
  undoneAt: Date | null;
  undoneBy: string | null;
  countyCode: string | null;
  report: ImportReport;
  error: string | null;
}

/** What is compared of a record before and after a change. */
export interface RecordVersion {
  happenedOn: string | null;
  amount: number | null;
  operator: string | null;
  holder: string | null;
  category: string | null;
  whereabouts: Partial<Whereabouts>;
  fields: Readonly<Record<string, string | number | boolean>>;
}

/** The records that some imports brought: those of one that was continued belong together. */
export interface OfRuns {
  countyCode: string;
  datasetId: number;
  runIds: readonly number[];
}

interface NextKeys {
  afterKey: string;
  limit: number;
}

/** Imports: how they are opened, told about, compared and taken back. */
export interface RunQueries {
  'runs/open': {
    params: {
      datasetId: number;
      fileName: string;
      synthetic: boolean;
      owner: string;
      now: Date;
      bytesTotal: number | null;
      encoding: string | null;
      report: string;
      startedBy: string | null;
      choices: string;
      upload: string | null;
      continues: number | null;
    };
    row: { id: number };
  };
  'runs/forget_upload': { params: { id: number }; row: { id: number } };
  'runs/describe': {
    params: { id: number; countyCode: string; format: string; encoding: string | null };
    row: { id: number };
  };
  'runs/list': { params: Sight & { id: number | null }; row: StoredRun };
  'runs/list_of_file': {
    params: Sight & { fileSha256: string };
    row: { id: number; dataset: string; fileName: string; startedAt: Date; startedBy: string | null };
  };
  'runs/find_former': { params: { id: number }; row: { id: number } };
  'runs/begin_undo': { params: { ids: readonly number[]; now: Date }; row: { id: number } };
  'runs/end_undo': {
    params: { ids: readonly number[]; undoneAt: Date | null; undoneBy: string | null; error: string | null };
    row: { id: number };
  };
  'runs/list_confirming': { params: OfRuns; row: { id: number } };
  'confirmed_batches/insert': {
    params: { runId: number; firstLine: number; keys: readonly string[] };
    row: { firstLine: number };
  };
  'confirmed_batches/delete': { params: { runIds: readonly number[] }; row: { runId: number } };
  'former_records/insert_batch': {
    params: {
      countyCode: string;
      datasetId: number;
      runId: number;
      keys: readonly string[];
      contentHashes: readonly string[];
    };
    row: { key: string };
  };
  'former_records/list_replacing': { params: OfRuns; row: { id: number } };
  'former_records/list_whereabouts': {
    params: OfRuns & NextKeys;
    row: { key: string; whereabouts: Partial<Whereabouts> };
  };
  'former_records/restore_batch': {
    params: OfRuns & NextKeys;
    row: { key: string; countyCode: string };
  };
  'records/delete_added': { params: OfRuns & NextKeys; row: { removed: number; lastKey: string | null } };
  'changes/count': {
    params: Sight & OfRuns & { formerId: number | null };
    row: { added: number; changed: number; unchanged: number; missing: number };
  };
  'changes/list_added': { params: Sight & OfRuns & NextKeys; row: { key: string; line: number } };
  'changes/list_changed': {
    params: Sight & OfRuns & NextKeys;
    row: { key: string; line: number; before: RecordVersion; after: RecordVersion };
  };
  'changes/list_missing': {
    params: Sight & OfRuns & NextKeys & { formerId: number | null };
    row: { key: string; line: number };
  };
}

import type { ImportReport, StoredState } from '../../geodata/model/import-report.ts';
import type { Database } from '../db/database.ts';

/** Is told what becomes of an import, at the end of the transactions in which it does. */
export interface ImportWitness {
  opened(db: Database, opened: OpenedImport): Promise<void>;
  closed(db: Database, closed: ClosedImport): Promise<void>;
  undone(db: Database, undone: UndoneImport): Promise<void>;
}

export interface OpenedImport {
  readonly runId: number;
  readonly dataset: string;
  readonly file: string;
  readonly synthetic: boolean;
}

export interface ClosedImport {
  readonly runId: number;
  readonly state: StoredState;
  readonly fileSha256: string | null;
  readonly report: ImportReport;
}

export interface UndoneImport {
  readonly runId: number;
  /** Rows taken away, and rows given their former content. */
  readonly removed: number;
  readonly restored: number;
}

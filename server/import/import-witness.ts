import type { ImportReport, RunState } from '../../geodata/model/import-report.ts';
import type { Database } from '../db/database.ts';

/** Is told what becomes of an import, at the end of the transactions in which it does. */
export interface ImportWitness {
  opened(db: Database, opened: OpenedImport): Promise<void>;
  closed(db: Database, closed: ClosedImport): Promise<void>;
}

export interface OpenedImport {
  readonly runId: number;
  readonly dataset: string;
  readonly file: string;
  readonly synthetic: boolean;
}

export interface ClosedImport {
  readonly runId: number;
  readonly state: RunState;
  readonly fileSha256: string | null;
  readonly report: ImportReport;
}

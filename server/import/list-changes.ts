import { changedFields } from '../../geodata/disclosure/changed-fields.ts';
import type { ChangedRow, ChangesQuery, ImportChanges } from '../../geodata/model/import-api.ts';
import type { DeclaredDataset } from '../dataset/datasets.ts';
import type { Database } from '../db/database.ts';
import type { OfRuns, StoredRun } from '../db/run-queries.ts';
import type { Sight } from '../db/sight.ts';
import { sql } from '../db/sql.ts';
import { findRun, withContinued } from './runs.ts';

const PAGE = 50;

export interface ChangesOptions {
  readonly declared: DeclaredDataset;
  readonly run: StoredRun;
  /** For imports of a version that did not note their county. */
  readonly countyCode: string;
  readonly query: Omit<ChangesQuery, 'id'>;
}

/** How the file of an import differs from what was there before: counts of all, and one page of rows. */
export async function listChanges(db: Database, sight: Sight, options: ChangesOptions): Promise<ImportChanges> {
  const { declared, run, query } = options;
  const { kind = 'changed', after = '', limit = PAGE } = query;
  const [found] = await sql(db, 'runs/find_former', { id: run.id });
  const former = found ? await findRun(db, sight, found.id) : null;
  const of: OfRuns = {
    countyCode: run.countyCode ?? options.countyCode,
    datasetId: declared.key,
    runIds: await withContinued(db, run),
  };
  const formerId = former?.id ?? null;
  const [counts] = await sql(db, 'changes/count', { ...sight, ...of, formerId });
  const page = { ...sight, ...of, afterKey: after, limit };
  const rows = await {
    added: () => listed(sql(db, 'changes/list_added', page)),
    missing: () => listed(sql(db, 'changes/list_missing', { ...page, formerId })),
    changed: async () => {
      const found = await sql(db, 'changes/list_changed', page);
      return found.map(({ key, line, ...versions }) => {
        return { key, line, fields: changedFields(declared.dataset, versions.before, versions.after) };
      });
    },
  }[kind]();
  const { added = 0, changed = 0, unchanged = 0, missing = 0 } = counts ?? {};
  return {
    former: former && {
      id: former.id,
      fileName: former.fileName,
      startedAt: former.startedAt.toISOString(),
    },
    counts: { added, changed, unchanged, missing: former && missing },
    kind,
    rows,
    next: rows.length < limit ? null : (rows.at(-1)?.key ?? null),
  };
}

const listed = async (found: Promise<{ key: string; line: number }[]>): Promise<ChangedRow[]> =>
  (await found).map(({ key, line }) => ({ key, line, fields: [] }));

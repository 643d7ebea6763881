import type { ImportWitness } from '../import/import-witness.ts';
import type { Origin } from './origin-of.ts';
import type { Trace } from './trace.ts';

/** Enters the start and the end of an import. Counts only: what a sentence says of a row may be the row's own words. */
export function witnessImport(trace: Trace, origin: Origin): ImportWitness {
  return {
    opened: (db, { runId, ...opened }) =>
      trace.change(db, { ...origin, action: 'import.start', subject: subjectOf(runId), after: { ...opened } }),
    closed: (db, { runId, state, fileSha256, report }) => {
      const { read, stored, updated, unchanged, unplaced } = report;
      const after = { state, sha256: fileSha256, read, stored, updated, unchanged, unplaced };
      return trace.change(db, { ...origin, action: 'import.end', subject: subjectOf(runId), after });
    },
    undone: (db, { runId, ...counts }) =>
      trace.change(db, { ...origin, action: 'import.undo', subject: subjectOf(runId), after: { ...counts } }),
  };
}

const subjectOf = (runId: number) => ({ kind: 'import', id: `${runId}` });

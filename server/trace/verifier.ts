import type { AuditState } from '../../geodata/model/trace.ts';
import type { Database } from '../db/database.ts';
import { readAnchors } from './read-anchors.ts';
import type { ChainPoint } from './verify-chain.ts';
import { verifyDatabase } from './verify-database.ts';

/** Verifies for the page: cheap when asked again, because it goes on from where it was. */
export interface Verifier {
  /** `whole` reads every entry again; otherwise those since the last that was found whole. */
  verify(whole: boolean): Promise<AuditState>;
}

export function openVerifier(db: Database, anchorFile: string): Verifier {
  let known: ChainPoint | null = null;
  let running: { readonly whole: boolean; readonly state: Promise<AuditState> } | null = null;

  const run = async (whole: boolean): Promise<AuditState> => {
    const start = whole ? null : known;
    const anchors = await readAnchors(anchorFile);
    const verdict = await verifyDatabase(db, anchors, start);
    // A broken chain is read from its beginning each time, until it is whole again.
    known = verdict.fault ? null : verdict.last;
    return {
      verdict,
      from: start?.seq ?? 1,
      verifiedAt: new Date().toISOString(),
      anchor: anchors?.last ? { seq: anchors.last.seq, at: anchors.last.at } : null,
    };
  };

  return {
    verify(whole) {
      // Ten impatient clicks are one verification.
      if (running && (running.whole || !whole)) return running.state;
      const state = run(whole).finally(() => {
        if (running?.state === state) running = null;
      });
      running = { whole, state };
      return state;
    },
  };
}

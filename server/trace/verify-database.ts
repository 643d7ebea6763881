import type { ChainVerdict } from '../../geodata/model/trace.ts';
import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import type { Anchors } from './read-anchors.ts';
import { readEntries, WHOLE } from './read-entries.ts';
import { BEGINNING, type ChainPoint, type ChainStart, verifyChain } from './verify-chain.ts';

/**
 * Verifies the chain in the database against itself, its head and what was anchored outside. `known` is where an earlier
 * verification came to: that entry is read again, and what follows it; null reads all.
 */
export async function verifyDatabase(
  db: Database,
  anchors: Anchors | null,
  known: ChainPoint | null = null,
): Promise<ChainVerdict> {
  // The end is asked for before the entries: what is appended meanwhile is read too, or the next time.
  const [head] = await sql(db, 'audit/find_head', {});
  const ends = [head, anchors?.last, known].filter((end) => end != null);
  const end = ends.reduce((furthest, one) => (one.seq > furthest.seq ? one : furthest), BEGINNING);
  let reached: ChainStart = known && known.seq > 0 ? { seq: known.seq - 1, hash: null } : BEGINNING;
  const after = reached;
  const entries = (async function* () {
    for await (const entry of readEntries(db, { ...WHOLE, after: after.seq })) {
      reached = entry;
      yield entry;
    }
  })();
  return verifyChain(entries, {
    after,
    anchors: new Map([...(anchors?.hashes ?? []), ...(known ? [[known.seq, known.hash] as const] : [])]),
    end: async () => {
      if (reached.seq <= end.seq) return end;
      const [now] = await sql(db, 'audit/find_head', {});
      return now && now.seq < reached.seq ? now : null;
    },
  });
}

import type { AuditEntry } from '../../geodata/model/trace.ts';
import { hashEntry } from './hash-entry.ts';

/** How far from its place an entry's own number is looked for. */
const REACH = 1_000;

/** The number under which an entry was written, when its hash fits another number than the one it has now; null when none near does. */
export function findOriginalSeq(entry: AuditEntry): number | null {
  for (let distance = 1; distance <= REACH; distance++) {
    for (const seq of [entry.seq - distance, entry.seq + distance]) {
      if (seq > 0 && hashEntry({ ...entry, seq }) === entry.hash) return seq;
    }
  }
  return null;
}

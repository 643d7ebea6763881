import type { AuditEntry, HashAlgorithm, TraceEvent } from '../../geodata/model/trace.ts';
import { type Database, transaction } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { hashEntry } from './hash-entry.ts';
import { storableJson, storableText } from './storable.ts';

export interface AppendOptions {
  readonly algorithm: HashAlgorithm;
  readonly now: () => Date;
}

/** Two processes' clocks may differ by this much, in milliseconds, without time seeming to go back. */
const CLOCKS_DIFFER_BY = 5_000;

/**
 * Appends entries in the transaction that `db` is in, so that a change and its entry are stored together or not at all; given
 * the pool, in one of their own. From then until its end nobody else can append: do it last. Returns the last number.
 */
export async function appendEntries(
  db: Database,
  events: readonly TraceEvent[],
  { algorithm, now }: AppendOptions,
): Promise<number> {
  return transaction(db, async (db) => {
    const [head] = await sql(db, 'audit/lock_head', {});
    if (!head) throw new Error('the head of the audit chain is missing: nothing can be entered');
    const at = notBefore(head.at, now());
    const entries: AuditEntry[] = [];
    for (const event of events) {
      const previousHash = entries.at(-1)?.hash ?? head.hash;
      const entry = { ...flat(event), seq: head.seq + entries.length + 1, at, algorithm, previousHash };
      entries.push({ ...entry, hash: hashEntry(entry) });
    }
    const last = entries.at(-1);
    if (!last) return head.seq;
    const { seq, hash } = last;
    await sql(db, 'audit/insert_batch', { entries: JSON.stringify(entries), seq, at, hash });
    return seq;
  });
}

/** The time of an entry. A clock that was set back is entered as it is, and told by a verification. */
function notBefore(headAt: string, now: Date): string {
  const behind = Date.parse(headAt) - now.getTime();
  const at = now.toISOString().replace('Z', '000Z');
  return behind <= CLOCKS_DIFFER_BY && at < headAt ? headAt : at;
}

type Content = Omit<AuditEntry, 'seq' | 'at' | 'algorithm' | 'previousHash' | 'hash'>;

function flat({ actor, address, requestId, action, subject, area, purpose, before, after }: TraceEvent): Content {
  return {
    actorKind: actor.kind,
    actorId: textOrNull(actor.id),
    actorName: storableText(actor.name),
    address: textOrNull(address),
    requestId: textOrNull(requestId),
    action,
    subjectKind: textOrNull(subject?.kind),
    subjectId: textOrNull(subject?.id),
    areaLevel: textOrNull(area?.level),
    areaCode: textOrNull(area?.code),
    purpose: textOrNull(purpose),
    before: storableJson(before ?? null),
    after: storableJson(after ?? null),
  };
}

const textOrNull = (text: string | null | undefined): string | null => (text == null ? null : storableText(text));

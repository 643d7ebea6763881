import type { AuditEntry, ChainFault, ChainVerdict } from '../../geodata/model/trace.ts';
import { findOriginalSeq } from './find-original-seq.ts';
import { hashEntry, NO_HASH } from './hash-entry.ts';

/** A place in the chain: an entry's number and hash. */
export interface ChainPoint {
  readonly seq: number;
  readonly hash: string;
}

export interface ChainStart {
  readonly seq: number;
  readonly hash: string | null;
}

export interface VerifyOptions {
  /** The entry before the first that is read; its hash null when unknown; null itself to begin wherever the entries do. */
  readonly after: ChainStart | null;
  /** Hashes by number, remembered outside the database. */
  readonly anchors: ReadonlyMap<number, string>;
  /** Asked when there are no more entries: where the chain should end; null when nobody knows. */
  readonly end: () => Promise<ChainPoint | null>;
}

/** Before the first entry. */
export const BEGINNING: ChainPoint = { seq: 0, hash: NO_HASH };

/** So many further entries are looked at to tell a missing entry from one that stands elsewhere. */
const LOOK_AHEAD = 1_000;

/**
 * Reads entries in the order in which they are kept and says which is the first that is broken. Holds one entry at a time,
 * whatever their number. A clock that went back is told only when nothing worse is found.
 */
export async function verifyChain(
  entries: AsyncIterable<AuditEntry>,
  { after, anchors, end }: VerifyOptions,
): Promise<ChainVerdict> {
  const rest = entries[Symbol.asyncIterator]();
  let [checked, anchored] = [0, 0];
  let last: ChainVerdict['last'] = null;
  let clock: ChainVerdict['fault'] = null;
  let previous: ChainStart | null = after;
  const verdict = (fault: ChainVerdict['fault']): ChainVerdict => ({ checked, last, anchors: anchored, fault });

  try {
    for (let next = await rest.next(); !next.done; next = await rest.next()) {
      const entry = next.value;
      const fault = await faultOf(entry, previous, rest);
      if (fault) return verdict(fault);
      const anchor = anchors.get(entry.seq);
      if (anchor !== undefined) {
        if (anchor !== entry.hash) {
          return verdict(told('rewritten', entry.seq, 'its hash is not the one that the anchor remembers'));
        }
        anchored += 1;
      }
      if (last && entry.at < last.at) clock ??= told('clock-back', entry.seq, `${entry.at} is before ${last.at}`);
      last = { seq: entry.seq, at: entry.at, hash: entry.hash };
      previous = last;
      checked += 1;
    }
  } finally {
    await rest.return?.();
  }
  return verdict(endFault(previous, await end()) ?? clock);
}

/** What is wrong with an entry that follows `previous`; null when nothing is. */
async function faultOf(
  entry: AuditEntry,
  previous: ChainStart | null,
  rest: AsyncIterator<AuditEntry>,
): Promise<ChainVerdict['fault']> {
  const expected = previous ? previous.seq + 1 : entry.seq;
  if (entry.seq !== expected) {
    if (entry.seq < expected) return told('reordered', entry.seq, `it stands after entry ${expected - 1}`);
    const elsewhere = await comesLater(expected, rest);
    return elsewhere
      ? told('reordered', expected, `it stands after entry ${entry.seq}`)
      : told('removed', expected, `it is missing: entry ${entry.seq} follows entry ${expected - 1}`);
  }
  if (hashEntry(entry) !== entry.hash) {
    const original = findOriginalSeq(entry);
    if (original === null) return told('changed', entry.seq, 'its hash does not fit what it says');
    return original < entry.seq
      ? told(
          'inserted',
          entry.seq - 1,
          `entry ${entry.seq} was written as number ${original}: one was put in before it`,
        )
      : told('reordered', entry.seq, `it was written as number ${original}: entries were moved or taken out before it`);
  }
  const follows = previous?.hash ?? (entry.seq === 1 ? NO_HASH : entry.previousHash);
  if (entry.previousHash === follows) return null;
  return told('inserted', entry.seq, 'it fits itself, but it was not written after the entry before it');
}

async function comesLater(seq: number, rest: AsyncIterator<AuditEntry>): Promise<boolean> {
  for (let looked = 0; looked < LOOK_AHEAD; looked++) {
    const next = await rest.next();
    if (next.done) return false;
    if (next.value.seq === seq) return true;
  }
  return false;
}

function endFault(last: ChainStart | null, end: ChainPoint | null): ChainVerdict['fault'] {
  if (!end) return null;
  const reached = last ?? BEGINNING;
  if (end.seq > reached.seq) {
    return told('truncated', reached.seq + 1, `entries to number ${end.seq} were there once and are gone`);
  }
  if (end.seq < reached.seq) return told('inserted', end.seq + 1, `the chain should end with number ${end.seq}`);
  if (end.hash !== reached.hash) return told('rewritten', end.seq, 'it is not the end that was remembered');
  return null;
}

const told = (kind: ChainFault, seq: number, detail: string) => ({ kind, seq, detail });

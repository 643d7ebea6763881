import type pg from 'pg';
import { sql } from '../db/sql.ts';
import { lastAnchor, writeAnchor } from './anchor-file.ts';

/** Remembers outside the database where the chain ends, so that nobody can write it anew or cut it short unseen. */
export interface Anchor {
  /** Says that so many entries were made; from time to time the end is written down. */
  count(entries: number): void;
  /** Writes the end down a last time. Never fails: what cannot be written is said. */
  close(): Promise<void>;
}

/** The end is written after so many entries, and when there are fewer, after so many milliseconds. */
const EVERY_ENTRIES = 100;
const EVERY = 60_000;

/**
 * Opens the anchor: from then on the end of the chain is written to the file when it has moved. A file that remembers another chain than this one is evidence and is left as it is.
 */
export function openAnchor(db: pg.Pool, path: string, now: () => Date): Anchor {
  let uncounted = 0;
  /** The number that was written last; null before the file was looked at. */
  let written: number | null = null;
  let foreign = false;

  const writeEnd = async () => {
    if (foreign) return;
    if (written === null) {
      const last = await lastAnchor(path);
      if (last && !(await contains(db, last))) {
        foreign = true;
        throw new Error(
          `it remembers entry ${last.seq} with another hash. Either the chain was tampered with (audit verify), ` +
            'or the file belongs to another database: then give this one another SUNMAP_AUDIT_ANCHOR',
        );
      }
      written = last?.seq ?? 0;
    }
    const [head] = await sql(db, 'audit/find_head', {});
    if (!head || head.seq === written) return;
    await writeAnchor(path, { at: now().toISOString(), seq: head.seq, hash: head.hash });
    written = head.seq;
  };

  let last: Promise<void> = Promise.resolve();
  const write = () => {
    uncounted = 0;
    last = last.then(writeEnd).catch((error) => {
      console.error(`The end of the audit chain was not written to ${path}: ${(error as Error).message}.`);
    });
    return last;
  };
  const timer = setInterval(write, EVERY).unref();

  return {
    count(entries) {
      uncounted += entries;
      if (uncounted >= EVERY_ENTRIES) write();
    },
    async close() {
      clearInterval(timer);
      await write();
    },
  };
}

async function contains(db: pg.Pool, { seq, hash }: { seq: number; hash: string }): Promise<boolean> {
  if (seq === 0) return true;
  const [entry] = await sql(db, 'audit/list_after', { after: seq - 1, from: '-infinity', until: 'infinity', limit: 1 });
  return entry?.seq === seq && entry.hash === hash;
}

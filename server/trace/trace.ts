import type pg from 'pg';
import type { HashAlgorithm, TraceEvent } from '../../geodata/model/trace.ts';
import type { Database } from '../db/database.ts';
import { type Anchor, openAnchor } from './anchor.ts';
import { appendEntries } from './append-entries.ts';
import { openFloodGate } from './flood-gate.ts';

/** How the rest of the program leaves its trace. */
export interface Trace {
  /** Enters a change in the transaction that makes it. The last thing that the transaction does: others wait for its end. */
  change(db: Database, event: TraceEvent): Promise<void>;
  /** Enters a look. Resolves when it is committed: what was looked at may be shown only then. */
  look(event: TraceEvent): Promise<void>;
  /** Enters what a stranger can cause as often as they like: the first under a key as a look, the rest of its minute as one sum. */
  flood(key: string, event: TraceEvent): Promise<void>;
  /** Writes the end of the chain to the anchor file, and stops doing so by itself. */
  close(): Promise<void>;
}

export interface TraceOptions {
  readonly algorithm: HashAlgorithm;
  readonly anchorFile: string;
  readonly now?: () => Date;
}

interface Waiting {
  readonly event: TraceEvent;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** The most looks that one transaction takes. */
const TOGETHER = 200;

/**
 * Opens the trace over a database. Looks that come while others are being written wait and go together in the next
 * transaction, so that a hundred readers cost hardly more than one.
 */
export function openTrace(db: pg.Pool, { algorithm, anchorFile, now = () => new Date() }: TraceOptions): Trace {
  const anchor: Anchor = openAnchor(db, anchorFile, now);
  let waiting: Waiting[] = [];
  let writing: Promise<void> | null = null;

  const writeAll = async () => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, TOGETHER);
      waiting = waiting.slice(TOGETHER);
      try {
        await appendEntries(
          db,
          batch.map(({ event }) => event),
          { algorithm, now },
        );
        for (const { resolve } of batch) resolve();
        anchor.count(batch.length);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    writing = null;
  };

  const look = (event: TraceEvent) =>
    new Promise<void>((resolve, reject) => {
      waiting.push({ event, resolve, reject });
      writing ??= writeAll();
    });
  const gate = openFloodGate(look);

  return {
    async change(db, event) {
      await appendEntries(db, [event], { algorithm, now });
      anchor.count(1);
    },
    look,
    flood: gate.enter,
    async close() {
      await gate.close();
      await writing;
      await anchor.close();
    },
  };
}

import type { AuditEntry } from '../../geodata/model/trace.ts';
import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';

export interface Stretch {
  /** The number after which to begin. */
  readonly after: number;
  /** Moments as SQL takes them, `-infinity` and `infinity` where open. */
  readonly from: string;
  readonly until: string;
}

/** All entries. */
export const WHOLE: Stretch = { after: 0, from: '-infinity', until: 'infinity' };

const PAGE = 2_000;

/** Reads entries in order, a page at a time; those appended meanwhile come too. */
export async function* readEntries(db: Database, stretch: Stretch = WHOLE): AsyncGenerator<AuditEntry> {
  let { after } = stretch;
  for (;;) {
    const page = await sql(db, 'audit/list_after', { ...stretch, after, limit: PAGE });
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)?.seq ?? after;
  }
}

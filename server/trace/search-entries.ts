import type { AuditPage, AuditQuery } from '../../geodata/model/trace.ts';
import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';

const PAGE = 50;

/** One page of the entries that match, newest first. */
export async function searchEntries(db: Database, query: AuditQuery): Promise<AuditPage> {
  const limit = query.limit ?? PAGE;
  const found = await sql(db, 'audit/search', {
    before: query.before ?? Number.MAX_SAFE_INTEGER,
    from: query.from ?? '-infinity',
    until: query.until ?? 'infinity',
    actorKind: query.kind ?? null,
    actor: query.actor ?? null,
    action: query.action ?? null,
    subjectKind: query.subjectKind ?? null,
    subject: query.subject ?? null,
    level: query.level ?? null,
    area: query.area ?? null,
    text: query.text ?? null,
    limit: limit + 1,
  });
  const entries = found.slice(0, limit);
  return { entries, next: found.length > limit ? (entries.at(-1)?.seq ?? null) : null };
}

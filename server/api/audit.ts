import { Router } from 'express';
import { z } from 'zod';
import {
  ACTIONS,
  type AuditEntry,
  type AuditPage,
  type AuditQuery as AuditQueryType,
} from '../../geodata/model/trace.ts';
import { readJson } from '../edge/read-json.ts';
import { Problem } from '../problem.ts';
import { momentOf } from '../trace/moment-of.ts';
import { originOf } from '../trace/origin-of.ts';
import { searchEntries } from '../trace/search-entries.ts';
import { openVerifier } from '../trace/verifier.ts';
import { AUDIT_HEADER, auditCells } from './audit-cells.ts';
import type { Context } from './context.ts';
import { csvFile } from './csv-file.ts';
import { Purpose } from './purpose.ts';
import { get } from './route.ts';
import { sendFile } from './send-file.ts';
import { watermarkOf } from './watermark.ts';

const EXPORT_PAGE = 2_000;

const word = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => !text.includes('\0'), 'contains a character that no entry can');
const moment = z
  .string()
  .refine((text) => momentOf(text) !== null, 'is neither a day nor a moment')
  .transform((text) => momentOf(text) as string);

const Filter = {
  from: moment.optional(),
  until: moment.optional(),
  kind: z.enum(['public', 'account', 'system']).optional(),
  actor: word.optional(),
  action: z.enum(ACTIONS).optional(),
  subjectKind: word.optional(),
  subject: word.optional(),
  level: word.optional(),
  area: word.optional(),
  text: word.optional(),
};

const AuditQuery = z.strictObject({
  ...Filter,
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});

const ExportAudit = z.strictObject({ filter: z.strictObject(Filter), purpose: Purpose });

/** What the audit administrator reads. Auditing leaves its own trace: each search once, each export, each whole verification. */
export function audit({ db, trace, config }: Context): Router {
  const router = Router();
  const verifier = openVerifier(db, config.auditAnchor);

  get(router, '/api/audit', AuditQuery, async (query, res) => {
    const { before, limit, ...asked } = query;
    const page = await searchEntries(db, query);
    if (before === undefined) await trace.look({ ...originOf(res), action: 'audit.search', after: { ...asked } });
    return page;
  });

  get(router, '/api/audit/verify', z.strictObject({ whole: z.literal('yes').optional() }), async ({ whole }, res) => {
    const state = await verifier.verify(whole === 'yes');
    const { checked, fault } = state.verdict;
    if (whole) await trace.look({ ...originOf(res), action: 'audit.verify', after: { checked, fault } });
    return state;
  });

  router.post('/api/exports/audit', readJson('16kb'), async (req, res) => {
    const { filter, purpose } = ExportAudit.parse(req.body);
    const watermark = watermarkOf(res);
    const entries = await collect(db, filter, config.exportRows);
    const file = csvFile({ name: 'audit', header: AUDIT_HEADER, rows: entries.map(auditCells), watermark });
    const after = { ...filter, shown: entries.length, export: watermark.id, sha256: file.sha256 };
    await trace.look({ ...originOf(res), action: 'audit.export', purpose, after });
    sendFile(res, file);
  });
  return router;
}

/** All entries that match, newest first. Throws a 422 when they are more than one file may hold. */
async function collect(db: Context['db'], query: AuditQueryType, most: number): Promise<AuditEntry[]> {
  const found: AuditEntry[] = [];
  for (let before: number | null | undefined; before !== null; ) {
    const page: AuditPage = await searchEntries(db, { ...query, before, limit: EXPORT_PAGE });
    found.push(...page.entries);
    if (found.length > most) {
      throw new Problem(
        422,
        `所选日志超过一次导出的上限 ${most} 条；请缩小时间范围，或用命令 audit export 导出全部。` +
          `These are more entries than the ${most} that one file may hold: narrow the time, or take them all with the command audit export.`,
      );
    }
    before = page.next;
  }
  return found;
}

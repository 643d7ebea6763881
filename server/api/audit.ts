import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { z } from 'zod';
import { csvCell } from '../../geodata/disclosure/csv-cell.ts';
import { ACTIONS, type AuditEntry, type AuditQuery as AuditQueryType } from '../../geodata/model/trace.ts';
import { momentOf } from '../trace/moment-of.ts';
import { originOf } from '../trace/origin-of.ts';
import { searchEntries } from '../trace/search-entries.ts';
import { openVerifier } from '../trace/verifier.ts';
import type { Context } from './context.ts';
import { get } from './route.ts';

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

  router.get('/api/audit.csv', async (req, res) => {
    const query = z.strictObject(Filter).parse(req.query);
    await trace.look({ ...originOf(res), action: 'audit.export', after: { ...query } });
    res.attachment('audit.csv').type('text/csv; charset=utf-8');
    const lines = csvLines((before) => searchEntries(db, { ...query, before, limit: EXPORT_PAGE }));
    await pipeline(lines, res).catch((error) => {
      // Whoever asked has gone away.
      if (!res.closed) throw error;
    });
  });
  return router;
}

type NextPage = (before: AuditQueryType['before']) => ReturnType<typeof searchEntries>;

/** Columns of the export: field by field what the chain holds, so that a line can be found again in it. */
const COLUMNS: readonly (readonly [keyof AuditEntry, string])[] = [
  ['seq', '序号 seq'],
  ['at', '时间 UTC'],
  ['actorKind', '身份 kind'],
  ['actorId', '账号 account'],
  ['actorName', '姓名 name'],
  ['address', '地址 address'],
  ['requestId', '请求 request'],
  ['action', '操作 action'],
  ['subjectKind', '对象类别 subject kind'],
  ['subjectId', '对象 subject'],
  ['areaLevel', '区划级别 level'],
  ['areaCode', '区划 area'],
  ['purpose', '目的 purpose'],
  ['before', '之前 before'],
  ['after', '之后 after'],
  ['hash', '哈希 hash'],
];

async function* csvLines(nextPage: NextPage): AsyncGenerator<string> {
  // The mark at the start is what makes spreadsheets read Chinese.
  yield `\uFEFF${COLUMNS.map(([, title]) => csvCell(title)).join(',')}\r\n`;
  for (let before: number | null | undefined; before !== null; ) {
    const page: Awaited<ReturnType<NextPage>> = await nextPage(before);
    yield page.entries.map((entry) => `${COLUMNS.map(([field]) => cellOf(entry[field])).join(',')}\r\n`).join('');
    before = page.next;
  }
}

const cellOf = (value: AuditEntry[keyof AuditEntry]): string =>
  csvCell(value === null || typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value));

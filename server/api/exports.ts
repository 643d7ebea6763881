import { Router } from 'express';
import { z } from 'zod';
import { maskRecord } from '../../geodata/disclosure/mask-record.ts';
import { sightOf } from '../access/view.ts';
import { sql } from '../db/sql.ts';
import { readJson } from '../edge/read-json.ts';
import { Problem } from '../problem.ts';
import { originOf } from '../trace/origin-of.ts';
import type { Context } from './context.ts';
import { csvFile } from './csv-file.ts';
import { Purpose } from './purpose.ts';
import { RecordsQuery, rowId } from './queries.ts';
import { recordCells, recordHeader } from './record-cells.ts';
import { filterOf, orderOf } from './records-filter.ts';
import { recordsLook } from './records-look.ts';
import { sendFile } from './send-file.ts';
import { watermarkOf } from './watermark.ts';

const ExportRecords = z.strictObject({ filter: RecordsQuery, purpose: Purpose });
const ExportRejections = z.strictObject({
  run: rowId,
  purpose: Purpose,
  afterLine: z.number().int().min(0).optional(),
});

/**
 * Rows that leave the system as a file: masked, for a stated purpose, so many at most, each row with the watermark of who took it,
 * and the file's hash in the trace before it is sent. All rows are read by one statement, under one scope.
 */
export function exports({ readAs, trace, config }: Context): Router {
  const router = Router();
  const most = config.exportRows;

  router.post('/api/exports/records', readJson('16kb'), async (req, res) => {
    const { filter: query, purpose } = ExportRecords.parse(req.body);
    const watermark = watermarkOf(res);
    const { dataset, rows } = await readAs(sightOf(res), async (view) => {
      const { filter, dataset } = await filterOf(view, query);
      const [count] = await sql(view.db, 'records/count', filter);
      refuseMore(count?.total ?? 0, most);
      const page = { limit: most, offset: 0, keys: null };
      return { dataset, rows: await sql(view.db, 'records/list', { ...filter, ...orderOf(query), ...page }) };
    });
    const file = csvFile({
      name: `${dataset.id}-records`,
      header: recordHeader(dataset),
      rows: rows.map((row) => recordCells(dataset, maskRecord(dataset, row))),
      watermark,
    });
    const look = recordsLook(query, rows.length);
    const after = { ...look.after, export: watermark.id, sha256: file.sha256 };
    await trace.look({ ...originOf(res), action: 'record.export', ...look, purpose, after });
    sendFile(res, file);
  });

  // Rejected rows go out as they came in, unmasked: nobody could mend a masked row. So many at a time; the rest by line.
  router.post('/api/exports/rejections', readJson('16kb'), async (req, res) => {
    const { run, purpose, afterLine = 0 } = ExportRejections.parse(req.body);
    const watermark = watermarkOf(res);
    const rows = await readAs(sightOf(res), ({ db, sight }) =>
      sql(db, 'rejections/list', { ...sight, runId: run, afterLine, limit: most + 1 }),
    );
    const sent = rows.slice(0, most);
    const file = csvFile({
      name: `rejected-rows-${run}`,
      header: ['行 line', '原因 reason', '说明 detail', '原文 text'],
      rows: sent.map(({ line, reason, detail, body }) => [line, reason, detail, body]),
      watermark,
    });
    const after = { afterLine, shown: sent.length, export: watermark.id, sha256: file.sha256 };
    const subject = { kind: 'import', id: `${run}` };
    await trace.look({ ...originOf(res), action: 'rejection.export', subject, purpose, after });
    if (rows.length > most) res.set('X-Next-Line', `${sent.at(-1)?.line ?? 0}`);
    sendFile(res, file);
  });
  return router;
}

function refuseMore(total: number, most: number): void {
  if (total <= most) return;
  throw new Problem(
    422,
    `所选 ${total} 条记录，一次最多导出 ${most} 条；请按地区、经办人或时间缩小范围。` +
      `This is ${total} records, and one file may hold ${most}: narrow it by area, operator or period.`,
  );
}

import { Router } from 'express';
import { z } from 'zod';
import { csvCell } from '../../geodata/disclosure/csv-cell.ts';
import { maskRecord } from '../../geodata/disclosure/mask-record.ts';
import type { Points, RecordsPage, RecordsQuery as RecordsQueryType } from '../../geodata/model/api.ts';
import type { Dataset } from '../../geodata/model/dataset.ts';
import { findDataset } from '../dataset/datasets.ts';
import type { RecordFilter, StoredRecord } from '../db/queries.ts';
import { sql } from '../db/sql.ts';
import { spanOf } from '../measure/terms.ts';
import { originOf } from '../trace/origin-of.ts';
import { findArea } from './areas.ts';
import type { Context } from './context.ts';
import { PointsQuery, RecordsQuery, rowId } from './queries.ts';
import { recordsLook } from './records-look.ts';
import { get } from './route.ts';

const PAGE = 50;
const EXPORT_PAGE = 5_000;
/** More points than this are a smear on any screen. */
const MOST_POINTS = 20_000;

export function records(context: Context): Router {
  const { db, trace } = context;
  const router = Router();

  get(router, '/api/records', RecordsQuery, async (query, res): Promise<RecordsPage> => {
    const { filter, dataset } = await filterOf(context, query);
    const [count] = await sql(db, 'records/count', filter);
    const rows = await sql(db, 'records/list', {
      ...filter,
      ...orderOf(query),
      limit: query.limit ?? PAGE,
      offset: query.offset ?? 0,
    });
    await trace.look({ ...originOf(res), action: 'record.list', ...recordsLook(query, rows.length) });
    return { total: count?.total ?? 0, rows: rows.map((row) => maskRecord(dataset, row)) };
  });

  get(router, '/api/points', PointsQuery, async (query, res): Promise<Points> => {
    const { filter } = await filterOf(context, query);
    const [count] = await sql(db, 'records/count', filter);
    const rows = await sql(db, 'records/list_points', { ...filter, limit: MOST_POINTS });
    await trace.look({ ...originOf(res), action: 'record.locate', ...recordsLook(query, rows.length) });
    return {
      total: count?.total ?? 0,
      ids: rows.map(({ id }) => id),
      lng: rows.map(({ lng }) => lng),
      lat: rows.map(({ lat }) => lat),
      operatorIds: rows.map(({ operatorId }) => operatorId),
    };
  });

  router.get('/api/records.csv', async (req, res) => {
    const query = RecordsQuery.parse(req.query);
    const { filter, dataset } = await filterOf(context, query);
    const [count] = await sql(db, 'records/count', filter);
    await trace.look({ ...originOf(res), action: 'record.export', ...recordsLook(query, count?.total ?? 0) });
    res.attachment(`${dataset.id}-records.csv`).type('text/csv; charset=utf-8');
    // The mark at the start is what makes spreadsheets read Chinese.
    res.write(`\uFEFF${csvLine(headerOf(dataset))}`);
    for (let offset = 0; ; offset += EXPORT_PAGE) {
      const rows = await sql(db, 'records/list', { ...filter, ...orderOf(query), limit: EXPORT_PAGE, offset });
      res.write(rows.map((row) => csvLine(cellsOf(dataset, row))).join(''));
      if (rows.length < EXPORT_PAGE || res.closed) break;
    }
    res.end();
  });

  router.get('/api/rejections.csv', async (req, res) => {
    const { run } = z.strictObject({ run: rowId }).parse(req.query);
    await trace.look({
      ...originOf(res),
      action: 'rejection.export',
      subject: { kind: 'import', id: `${run}` },
    });
    res.attachment(`rejected-rows-${run}.csv`).type('text/csv; charset=utf-8');
    res.write(`\uFEFF${csvLine(['行 line', '原因 reason', '说明 detail', '原文 text'])}`);
    for (let afterLine = 0; ; ) {
      const rows = await sql(db, 'rejections/list', { runId: run, afterLine, limit: EXPORT_PAGE });
      res.write(rows.map(({ line, reason, detail, body }) => csvLine([line, reason, detail, body])).join(''));
      if (rows.length < EXPORT_PAGE || res.closed) break;
      afterLine = rows.at(-1)?.line ?? afterLine;
    }
    res.end();
  });
  return router;
}

const orderOf = ({ sort = 'date', order = 'desc' }: RecordsQueryType) => ({ sort, descending: order === 'desc' });

async function filterOf(
  context: Context,
  query: RecordsQueryType,
): Promise<{ filter: RecordFilter; dataset: Dataset }> {
  const { key: datasetId, dataset } = await findDataset(context.db, query.dataset);
  const areaId =
    query.area !== undefined && query.level !== undefined
      ? (await findArea(context, query.level, query.area))[0].id
      : null;
  const filter = {
    datasetId,
    areaId,
    operatorId: query.operator ?? null,
    cells: query.cell === undefined ? null : await storedCells(context, query.cell),
    unplacedOnly: query.placed === 'none',
    ...spanOf(query),
  };
  return { filter, dataset };
}

async function storedCells({ db }: Context, cell: string): Promise<string[]> {
  const rows = await sql(db, 'cells/list_children', { cell, resolution: Number.parseInt(cell[1] ?? '', 16) });
  return rows.map((row) => row.cell);
}

const headerOf = (dataset: Dataset): string[] => [
  'key',
  'date',
  `amount${dataset.amount ? ` (${dataset.amount.unit})` : ''}`,
  dataset.words?.operator?.zh ?? 'operator',
  dataset.words?.holder?.zh ?? 'holder',
  'category',
  'address',
  'placed',
  'lng',
  'lat',
  'cell',
  ...dataset.fields.filter(({ sensitivity }) => sensitivity < 3).map(({ title }) => title.zh),
  'file',
  'line',
];

function cellsOf(dataset: Dataset, stored: StoredRecord): (string | number | boolean | null)[] {
  const row = maskRecord(dataset, stored);
  return [
    row.key,
    row.happenedOn,
    row.amount,
    row.operator,
    row.holder,
    row.category,
    row.address,
    row.grade,
    row.lng,
    row.lat,
    row.cell,
    ...dataset.fields.filter(({ sensitivity }) => sensitivity < 3).map(({ id }) => row.fields[id] ?? null),
    row.fileName,
    row.line,
  ];
}

const csvLine = (values: readonly (string | number | boolean | null)[]) => `${values.map(csvCell).join(',')}\r\n`;

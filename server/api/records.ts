import { Router } from 'express';
import { maskRecord } from '../../geodata/disclosure/mask-record.ts';
import type { Points, RecordsPage } from '../../geodata/model/api.ts';
import { sightOf } from '../access/view.ts';
import { sql } from '../db/sql.ts';
import { originOf } from '../trace/origin-of.ts';
import type { Context } from './context.ts';
import { PointsQuery, RecordsQuery } from './queries.ts';
import { filterOf, orderOf } from './records-filter.ts';
import { recordsLook } from './records-look.ts';
import { get } from './route.ts';

const PAGE = 50;
/** More points than this are a smear on any screen. */
const MOST_POINTS = 20_000;

/** Records, masked: one page of them, or where they are. */
export function records({ readAs, trace }: Context): Router {
  const router = Router();

  get(router, '/api/records', RecordsQuery, async (query, res): Promise<RecordsPage> => {
    const found = await readAs(sightOf(res), async (view) => {
      const { filter, dataset } = await filterOf(view, query);
      const [count] = await sql(view.db, 'records/count', filter);
      const page = { limit: query.limit ?? PAGE, offset: query.offset ?? 0 };
      const rows = await sql(view.db, 'records/list', { ...filter, ...orderOf(query), ...page, keys: null });
      return { total: count?.total ?? 0, rows: rows.map((row) => maskRecord(dataset, row)) };
    });
    await trace.look({ ...originOf(res), action: 'record.list', ...recordsLook(query, found.rows.length) });
    return found;
  });

  get(router, '/api/points', PointsQuery, async (query, res): Promise<Points> => {
    const { total, rows } = await readAs(sightOf(res), async (view) => {
      const { filter } = await filterOf(view, query);
      const [count] = await sql(view.db, 'records/count', filter);
      return {
        total: count?.total ?? 0,
        rows: await sql(view.db, 'records/list_points', { ...filter, limit: MOST_POINTS }),
      };
    });
    await trace.look({ ...originOf(res), action: 'record.locate', ...recordsLook(query, rows.length) });
    return {
      total,
      ids: rows.map(({ id }) => id),
      lng: rows.map(({ lng }) => lng),
      lat: rows.map(({ lat }) => lat),
      operatorIds: rows.map(({ operatorId }) => operatorId),
    };
  });
  return router;
}

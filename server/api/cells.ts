import { Router } from 'express';
import { measureConcentration } from '../../geodata/concentration/measure-concentration.ts';
import { encodeCells } from '../../geodata/h3/cell-columns.ts';
import { resolutionOf } from '../../geodata/h3/cells.ts';
import type { CellDetail, CellQuery as CellQueryType } from '../../geodata/model/api.ts';
import { sightOf, type View } from '../access/view.ts';
import { findDataset } from '../dataset/datasets.ts';
import { sql } from '../db/sql.ts';
import { spanOf } from '../measure/terms.ts';
import { Problem } from '../problem.ts';
import { withShare } from './area.ts';
import type { Context } from './context.ts';
import { CellQuery, CellsQuery, DatasetQuery } from './queries.ts';
import { get } from './route.ts';

const TOP_OPERATORS = 10;

export function cells({ db, readAs }: Context): Router {
  const router = Router();

  router.get('/api/cells', async (req, res) => {
    const query = CellsQuery.parse(req.query);
    const sight = sightOf(res);
    const { key: datasetId, revision } = await findDataset(db, query.dataset, sight);
    const seen = sight.allAreas ? '' : sight.scopeAreas.join('.');
    const tag = `"${datasetId}-${revision}-${query.resolution}-${query.from ?? ''}-${query.until ?? ''}-${seen}"`;
    res.set('ETag', tag);
    if (req.headers['if-none-match'] === tag) return void res.status(304).end();
    const { resolution } = query;
    const which = { datasetId, resolution, cell: null, ...spanOf(query) };
    const rows = await readAs(sight, ({ db, sight }) => sql(db, 'cells/count_operators', { ...sight, ...which }));
    const measured = rows.map((row) => measureConcentration(row, 'records'));
    const bytes = encodeCells(
      resolution,
      rows.map(({ cell }) => cell),
      {
        records: { kind: 'int', values: measured.map(({ records }) => records) },
        judged: { kind: 'int', values: measured.map(({ judged }) => judged) },
        setAside: { kind: 'int', values: measured.map(({ setAside }) => setAside) },
        amount: { kind: 'float', values: measured.map(({ amount }) => amount) },
        operators: { kind: 'int', values: measured.map(({ operators }) => operators) },
        holders: { kind: 'int', values: measured.map(({ holders }) => holders) },
        topRecords: { kind: 'int', values: measured.map(({ topRecords }) => topRecords) },
        topOperatorId: { kind: 'int', values: measured.map(({ topOperatorId }) => topOperatorId) },
        hhi: { kind: 'int', values: measured.map(({ hhi }) => (hhi === null ? null : Math.round(hhi))) },
      },
    );
    res.type('application/octet-stream').send(Buffer.from(bytes));
  });

  get(router, '/api/cell', CellQuery, async (query, res): Promise<CellDetail> => {
    const sight = sightOf(res);
    const { key: datasetId } = await findDataset(db, query.dataset, sight);
    const resolution = resolutionOf(query.cell);
    if (resolution < 7 || resolution > 9) {
      throw new Problem(400, `The cell ${query.cell} has resolution ${resolution}; the map has 7, 8 and 9.`);
    }
    return readAs(sight, (view) => describeCell(view, query, { datasetId, resolution }));
  });

  get(router, '/api/operators', DatasetQuery, async (query, res) => {
    const sight = sightOf(res);
    const { key: datasetId } = await findDataset(db, query.dataset, sight);
    const rows = await readAs(sight, ({ db, sight }) => sql(db, 'operators/list', { ...sight, datasetId }));
    return { ids: rows.map(({ id }) => id), names: rows.map(({ name }) => name) };
  });
  return router;
}

async function describeCell(
  { db, sight }: View,
  query: CellQueryType,
  { datasetId, resolution }: { datasetId: number; resolution: number },
): Promise<CellDetail> {
  const { cell, dataset } = query;
  const span = spanOf(query);
  const [counts] = await sql(db, 'cells/count_operators', { ...sight, datasetId, resolution, cell, ...span });
  if (!counts) throw new Problem(404, `No record of ${dataset} lies in the cell ${cell} in this period.`);
  const within = (await sql(db, 'cells/list_children', { cell, resolution })).map(({ cell }) => cell);
  const where = { ...sight, datasetId, cells: within, ...span };
  const operators = await sql(db, 'records/sum_operators', { ...where, areaId: null, limit: TOP_OPERATORS });
  const measured = measureConcentration(counts, 'records');
  const top = operators.find(({ id }) => id === measured.topOperatorId);
  return {
    cell,
    ...measured,
    topOperator: top?.name ?? null,
    topOperators: operators.map((operator) => withShare(operator, measured.judged)),
    areas: await sql(db, 'cells/list_areas', where),
  };
}

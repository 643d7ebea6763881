import { Router } from 'express';
import { measureConcentration } from '../../geodata/concentration/measure-concentration.ts';
import { encodeCells } from '../../geodata/h3/cell-columns.ts';
import { resolutionOf } from '../../geodata/h3/cells.ts';
import type { CellDetail } from '../../geodata/model/api.ts';
import { findDataset } from '../dataset/datasets.ts';
import { sql } from '../db/sql.ts';
import { spanOf } from '../measure/terms.ts';
import { Problem } from '../problem.ts';
import { withShare } from './area.ts';
import type { Context } from './context.ts';
import { CellQuery, CellsQuery, DatasetQuery } from './queries.ts';
import { get } from './route.ts';

const TOP_OPERATORS = 10;

export function cells({ db }: Context): Router {
  const router = Router();

  router.get('/api/cells', async (req, res) => {
    const query = CellsQuery.parse(req.query);
    const { key: datasetId, revision } = await findDataset(db, query.dataset);
    const tag = `"${datasetId}-${revision}-${query.resolution}-${query.from ?? ''}-${query.until ?? ''}"`;
    res.set('ETag', tag);
    if (req.headers['if-none-match'] === tag) return void res.status(304).end();
    const rows = await sql(db, 'cells/count_operators', {
      datasetId,
      resolution: query.resolution,
      cell: null,
      ...spanOf(query),
    });
    const measured = rows.map((row) => measureConcentration(row, 'records'));
    const bytes = encodeCells(
      query.resolution,
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

  get(router, '/api/cell', CellQuery, async (query): Promise<CellDetail> => {
    const { key: datasetId } = await findDataset(db, query.dataset);
    const resolution = resolutionOf(query.cell);
    if (resolution < 7 || resolution > 9) {
      throw new Problem(400, `The cell ${query.cell} has resolution ${resolution}; the map has 7, 8 and 9.`);
    }
    const span = spanOf(query);
    const [counts] = await sql(db, 'cells/count_operators', { datasetId, resolution, cell: query.cell, ...span });
    if (!counts) throw new Problem(404, `No record of ${query.dataset} lies in the cell ${query.cell} in this period.`);
    const within = (await sql(db, 'cells/list_children', { cell: query.cell, resolution })).map(({ cell }) => cell);
    const where = { datasetId, cells: within, ...span };
    const operators = await sql(db, 'records/sum_operators', { ...where, areaId: null, limit: TOP_OPERATORS });
    const measured = measureConcentration(counts, 'records');
    const top = operators.find(({ id }) => id === measured.topOperatorId);
    return {
      cell: query.cell,
      ...measured,
      topOperator: top?.name ?? null,
      topOperators: operators.map((operator) => withShare(operator, measured.judged)),
      areas: await sql(db, 'cells/list_areas', where),
    };
  });

  get(router, '/api/operators', DatasetQuery, async (query) => {
    const { key: datasetId } = await findDataset(db, query.dataset);
    const rows = await sql(db, 'operators/list', { datasetId });
    return { ids: rows.map(({ id }) => id), names: rows.map(({ name }) => name) };
  });
  return router;
}

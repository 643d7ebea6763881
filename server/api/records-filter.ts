import type { RecordsQuery } from '../../geodata/model/api.ts';
import type { Dataset } from '../../geodata/model/dataset.ts';
import type { View } from '../access/view.ts';
import { findDataset } from '../dataset/datasets.ts';
import type { RecordFilter } from '../db/queries.ts';
import { sql } from '../db/sql.ts';
import { spanOf } from '../measure/terms.ts';
import { findArea } from './areas.ts';

/** Which records a query is about, held to what one may see. Throws a 404 for a dataset or an area that is not there to see. */
export async function filterOf(view: View, query: RecordsQuery): Promise<{ filter: RecordFilter; dataset: Dataset }> {
  const { key: datasetId, dataset } = await findDataset(view.db, query.dataset, view.sight);
  const areaId =
    query.area !== undefined && query.level !== undefined
      ? (await findArea(view, query.level, query.area))[0].id
      : null;
  const filter = {
    ...view.sight,
    datasetId,
    areaId,
    operatorId: query.operator ?? null,
    cells: query.cell === undefined ? null : await storedCells(view, query.cell),
    unplacedOnly: query.placed === 'none',
    ...spanOf(query),
  };
  return { filter, dataset };
}

export const orderOf = ({ sort = 'date', order = 'desc' }: RecordsQuery) => ({ sort, descending: order === 'desc' });

async function storedCells({ db }: View, cell: string): Promise<string[]> {
  const rows = await sql(db, 'cells/list_children', { cell, resolution: Number.parseInt(cell[1] ?? '', 16) });
  return rows.map((row) => row.cell);
}

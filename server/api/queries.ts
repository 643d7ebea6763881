import { z } from 'zod';
import { isCell } from '../../geodata/h3/cells.ts';
import { RECORD_SORTS } from '../../geodata/model/api.ts';
import { RESOLUTIONS } from '../../geodata/model/place.ts';

/** The query strings of the API, checked at the door. */
const ids = z.string().min(1).max(100);
const day = z.iso.date();

/** A number of ours; the largest that a column of the database holds. */
export const rowId = z.coerce.number().int().positive().max(2_147_483_647);

export const PeriodQuery = z.object({ from: day.optional(), until: day.optional() });

export const DatasetQuery = z.strictObject({ dataset: ids });

export const AreasQuery = z.strictObject({
  dataset: ids,
  level: ids,
  weight: z.enum(['records', 'amount']).optional(),
  ...PeriodQuery.shape,
});

export const AreaQuery = z.strictObject({ ...AreasQuery.shape, code: ids });

const cell = z.string().refine(isCell, 'is not an H3 cell of 15 hexadecimal characters');

export const CellQuery = z.strictObject({ dataset: ids, cell, ...PeriodQuery.shape });

export const CellsQuery = z.strictObject({
  dataset: ids,
  resolution: z.coerce
    .number()
    .pipe(
      z.union(
        RESOLUTIONS.map((resolution) => z.literal(resolution)) as [z.ZodLiteral<7>, z.ZodLiteral<8>, z.ZodLiteral<9>],
      ),
    ),
  ...PeriodQuery.shape,
});

const RecordFilter = {
  dataset: ids,
  level: ids.optional(),
  area: ids.optional(),
  operator: rowId.optional(),
  cell: cell.optional(),
  placed: z.literal('none').optional(),
  ...PeriodQuery.shape,
};

export const PointsQuery = z
  .strictObject(RecordFilter)
  .refine(({ area, level }) => area === undefined || level !== undefined, {
    error: 'area needs level',
    path: ['level'],
  });

export const RecordsQuery = z
  .strictObject({
    ...RecordFilter,
    sort: z.enum(RECORD_SORTS).optional(),
    order: z.enum(['asc', 'desc']).optional(),
    offset: z.coerce.number().int().min(0).max(10_000_000).optional(),
    limit: z.coerce.number().int().min(1).max(500).optional(),
  })
  .refine(({ area, level }) => area === undefined || level !== undefined, {
    error: 'area needs level',
    path: ['level'],
  });

import type { ReviewedArea } from '../../geodata/model/review-api.ts';
import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/** An area with the one above and the box around it, null without a boundary. */
export interface DescribedArea extends ReviewedArea {
  readonly bounds: readonly [number, number, number, number] | null;
}

/** Some areas by their ids. */
export async function describeAreas(
  db: Database,
  areaIds: readonly number[],
): Promise<ReadonlyMap<number, DescribedArea>> {
  if (areaIds.length === 0) return new Map();
  const rows = await sql(db, 'areas/list_bounds', { areaIds });
  return new Map(
    rows.map(({ id, west, south, east, north, ...area }) => {
      const known = west !== null && south !== null && east !== null && north !== null;
      return [id, { ...area, bounds: known ? [west, south, east, north] : null }];
    }),
  );
}

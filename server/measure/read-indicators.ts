import type { AreaIndicators, Weight } from '../../geodata/model/indicator.ts';
import type { Period } from '../../geodata/model/period.ts';
import type { Profile } from '../../geodata/model/tier.ts';
import { findDataset } from '../dataset/datasets.ts';
import type { Database } from '../db/database.ts';
import { EVERYTHING } from '../db/sight.ts';
import { sql } from '../db/sql.ts';
import { Problem } from '../problem.ts';
import { ensureMeasured } from './measurements.ts';
import { spanOf } from './terms.ts';

export interface IndicatorsQuery {
  readonly level: string;
  readonly period: Period;
  readonly weight: Weight;
  readonly profile: Profile;
}

/** The indicators of every area of a level, measured now if need be. Throws a 404 that names the levels there are. */
export async function readIndicators(
  db: Database,
  datasetId: string,
  { level, period, weight, profile }: IndicatorsQuery,
): Promise<AreaIndicators[]> {
  const { key, dataset } = await findDataset(db, datasetId, EVERYTHING);
  const levels = (await sql(db, 'areas/list_levels', {})).map((row) => row.level);
  if (!levels.includes(level)) {
    throw new Problem(404, `There are no areas of the level “${level}”. Known levels: ${levels.join(', ') || 'none'}.`);
  }
  const terms = { datasetId: key, level, span: spanOf(period), weight, profile };
  const { id: measurementId } = await ensureMeasured(db, dataset, terms);
  const rows = await sql(db, 'measurements/list_indicators', { ...EVERYTHING, measurementId, areaIds: null });
  return rows.map(({ indicators }) => JSON.parse(indicators) as AreaIndicators);
}

import { DEFAULT_PROFILE } from '../../geodata/tiers/profile.ts';
import { findDataset } from '../dataset/datasets.ts';
import type { Database } from '../db/database.ts';
import { EVERYTHING } from '../db/sight.ts';
import { sql } from '../db/sql.ts';
import { measure } from '../measure/measurements.ts';
import { spanOf } from '../measure/terms.ts';
import { inSeconds, row, timed } from './figures.ts';
import { fillRecords } from './fill-records.ts';

/** All indicators and tiers of every village, against the counting query alone. */
export async function benchMeasure(db: Database, records: number): Promise<void> {
  console.log(`Measuring ${records.toLocaleString('en')} records in the villages of the demo county`);
  const { key, dataset } = await findDataset(db, 'house-insurance', EVERYTHING);
  await fillRecords(db, { datasetId: key, level: 'village', records });
  const terms = {
    datasetId: key,
    level: 'village',
    span: spanOf({}),
    weight: 'records',
    profile: DEFAULT_PROFILE,
  } as const;
  const counted = await timed(() =>
    sql(db, 'areas/count_operators', { datasetId: key, level: 'village', ...terms.span }),
  );
  const measured = await timed(() => measure(db, dataset, terms));
  row('counting in SQL', inSeconds(counted.seconds));
  row('counting, indicators, tiers, stored', inSeconds(measured.seconds));
  row('ratio', (measured.seconds / counted.seconds).toFixed(2));
}

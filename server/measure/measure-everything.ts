import type { Profile } from '../../geodata/model/tier.ts';
import { listDatasets } from '../dataset/datasets.ts';
import type { Database } from '../db/database.ts';
import { EVERYTHING } from '../db/sight.ts';
import { sql } from '../db/sql.ts';
import { ensureMeasured } from './measurements.ts';
import { hashOf, spanOf } from './terms.ts';

export interface MeasureOptions {
  readonly profile: Profile;
  readonly say: (sentence: string) => void;
}

/** Measures every dataset on every level it lies on, over all its time, so that the first visitor need not wait. */
export async function measureEverything(db: Database, { profile, say }: MeasureOptions): Promise<number> {
  const used = await sql(db, 'measurements/list_profiles', {});
  if (used.length > 0 && !used.some(({ profileHash }) => profileHash === hashOf(profile))) {
    say(`The thresholds changed (profile ${profile.id}, version ${profile.version}): all areas are labelled anew`);
  }
  let measured = 0;
  for (const { key, dataset } of await listDatasets(db, EVERYTHING)) {
    for (const { level } of await sql(db, 'datasets/count_levels', { ...EVERYTHING, datasetId: key })) {
      const before = Date.now();
      await ensureMeasured(db, dataset, { datasetId: key, level, span: spanOf({}), weight: 'records', profile });
      if (Date.now() - before > 500) say(`Measured ${dataset.id} by ${level}`);
      measured += 1;
    }
  }
  return measured;
}

import type { Dataset } from '../../geodata/model/dataset.ts';
import type { AreaIndicators } from '../../geodata/model/indicator.ts';
import { type Database, transaction } from '../db/database.ts';
import { EVERYTHING } from '../db/sight.ts';
import { sql } from '../db/sql.ts';
import { measureLevel } from './measure-level.ts';
import { hashOf, type Terms } from './terms.ts';

export interface Measurement {
  readonly id: number;
  readonly measuredAt: string;
}

/** Rows of one insert: a few megabytes of JSON. */
const BATCH = 2_000;

const underWay = new Map<string, Promise<Measurement>>();

/**
 * The measurement of these terms at the present revision of the data; made now if there is none. Two requests for the same
 * terms wait for one measurement.
 */
export async function ensureMeasured(db: Database, dataset: Dataset, terms: Terms): Promise<Measurement> {
  const revision = await revisionOf(db, dataset);
  const key = keyOf(terms);
  const [found] = await sql(db, 'measurements/find', key);
  if (found?.revision === revision) return { id: found.id, measuredAt: found.measuredAt.toISOString() };

  const name = JSON.stringify([key, revision]);
  let measuring = underWay.get(name);
  if (!measuring) {
    measuring = measure(db, dataset, terms).finally(() => underWay.delete(name));
    underWay.set(name, measuring);
  }
  return measuring;
}

/** Measures and swaps the result in: readers see the old measurement until the new one is whole. */
export function measure(db: Database, dataset: Dataset, terms: Terms): Promise<Measurement> {
  return transaction(db, async (db) => {
    const revision = await revisionOf(db, dataset);
    const measured = await measureLevel(db, dataset, terms);
    const key = keyOf(terms);
    const now = new Date();
    await sql(db, 'measurements/delete_stale', { ...key, revision });
    const [opened] = await sql(db, 'measurements/open', { ...key, revision, now });
    if (!opened) throw new Error('a measurement could not be opened');
    for (let start = 0; start < measured.length; start += BATCH) {
      const batch = measured.slice(start, start + BATCH);
      await sql(db, 'measurements/insert_batch', {
        measurementId: opened.id,
        areaIds: batch.map(({ area }) => area.id),
        tiers: batch.map(({ indicators }) => indicators.tier),
        indicators: batch.map(({ indicators }) => JSON.stringify(indicators)).join('\n'),
        briefs: batch.map(({ indicators }) => briefOf(indicators)).join('\n'),
      });
    }
    return { id: opened.id, measuredAt: now.toISOString() };
  });
}

/** Without the parts of its verdict, for an area that nobody is told to look at; empty for the others. */
const briefOf = (indicators: AreaIndicators): string =>
  indicators.tier === 'normal' || indicators.tier === 'grey' ? JSON.stringify({ ...indicators, parts: [] }) : '';

const keyOf = ({ datasetId, level, span, weight, profile }: Terms) => ({
  datasetId,
  level,
  from: span.from,
  until: span.until,
  weight,
  profileHash: hashOf(profile),
});

async function revisionOf(db: Database, { id }: Dataset): Promise<number> {
  const [row] = await sql(db, 'datasets/list', { ...EVERYTHING, code: id });
  if (!row) throw new Error(`the dataset ${id} is not declared`);
  return row.revision;
}

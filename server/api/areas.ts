import { Router } from 'express';
import { z } from 'zod';
import type { AreasQuery as AreasQueryType, Overview } from '../../geodata/model/api.ts';
import { TIERS, type Tier } from '../../geodata/model/tier.ts';
import { findDataset } from '../dataset/datasets.ts';
import { sql } from '../db/sql.ts';
import { ensureMeasured, type Measurement } from '../measure/measurements.ts';
import { spanOf, type Terms } from '../measure/terms.ts';
import { Problem } from '../problem.ts';
import type { Context } from './context.ts';
import { gzipped, sendGzipped } from './gzipped.ts';
import { AreasQuery } from './queries.ts';
import { remember } from './remember.ts';
import { get } from './route.ts';

export function areas(context: Context): Router {
  const { db } = context;
  const router = Router();
  const bodies = remember<Buffer>();
  const overviews = remember<Overview>();

  // Sent as text: the database holds each area's object as JSON already, and 32,000 of them need not be parsed to be sent.
  router.get('/api/areas', async (req, res) => {
    const query = AreasQuery.parse(req.query);
    const { measurement } = await measured(context, query);
    const body = await bodies.get(`${measurement.id}`, async () => {
      const rows = await sql(db, 'measurements/list_indicators', { measurementId: measurement.id, areaIds: null });
      return gzipped(`[${rows.map(({ indicators }) => indicators).join(',')}]`);
    });
    res.set('ETag', `"${measurement.id}"`).type('json');
    await sendGzipped(req, res, body);
  });

  get(router, '/api/overview', AreasQuery, async (query) => {
    const { measurement, terms } = await measured(context, query);
    return overviews.get(`${measurement.id}`, () => overviewOf(context, measurement, terms));
  });

  get(router, '/api/profile', z.strictObject({}), async () => context.profile);
  return router;
}

async function overviewOf({ db, profile }: Context, measurement: Measurement, terms: Terms): Promise<Overview> {
  const [total] = await sql(db, 'records/total', { datasetId: terms.datasetId, level: terms.level, ...terms.span });
  const tiers = await sql(db, 'measurements/count_tiers', { measurementId: measurement.id });
  if (!total) throw new Error('a sum without groups has one row');
  return {
    ...total,
    tiers: Object.fromEntries(
      TIERS.map((tier) => [tier, tiers.find((row) => row.tier === tier)?.areas ?? 0]),
    ) as Record<Tier, number>,
    profile: { id: profile.id, version: profile.version },
    measuredAt: measurement.measuredAt,
  };
}

/** The measurement that a query is about, made if need be. */
export async function measured(context: Context, query: AreasQueryType) {
  const { key, dataset } = await findDataset(context.db, query.dataset);
  const [level] = await sql(context.db, 'areas/find_level', { level: query.level });
  if (!level) throw new Problem(404, `There are no areas of the level “${query.level}”.`);
  const terms: Terms = {
    datasetId: key,
    level: query.level,
    span: spanOf(query),
    weight: query.weight ?? 'records',
    profile: context.profile,
  };
  return { dataset, terms, measurement: await ensureMeasured(context.db, dataset, terms) };
}

export interface FoundArea {
  readonly id: number;
  readonly level: string;
  readonly code: string;
  readonly name: string;
}

/** The area with a level and a code, and those above it, nearest first. Throws a 404 that says which was asked for. */
export async function findArea({ db }: Context, level: string, code: string): Promise<[FoundArea, ...FoundArea[]]> {
  const [area, ...above] = await sql(db, 'areas/list_lineage', { level, code });
  if (!area) throw new Problem(404, `There is no area “${code}” at the level “${level}”.`);
  return [area, ...above];
}

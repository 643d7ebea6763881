import { Router } from 'express';
import { z } from 'zod';
import type { AreasQuery as AreasQueryType, Overview } from '../../geodata/model/api.ts';
import type { Area } from '../../geodata/model/area.ts';
import { TIERS, type Tier } from '../../geodata/model/tier.ts';
import { findDataset } from '../dataset/datasets.ts';
import { sql } from '../db/sql.ts';
import { ensureMeasured } from '../measure/measurements.ts';
import { spanOf, type Terms } from '../measure/terms.ts';
import { Problem } from '../problem.ts';
import type { Context } from './context.ts';
import { AreasQuery } from './queries.ts';
import { rememberBodies } from './remember-bodies.ts';
import { get } from './route.ts';

export function areas(context: Context): Router {
  const { db } = context;
  const router = Router();
  const bodies = rememberBodies();

  // Sent as text: the database holds each area's object as JSON already, and 32,000 of them need not be parsed to be sent.
  router.get('/api/areas', async (req, res) => {
    const query = AreasQuery.parse(req.query);
    const { measurement } = await measured(context, query);
    const body = await bodies.get(`${measurement.id}`, async () => {
      const rows = await sql(db, 'measurements/list_indicators', { measurementId: measurement.id, areaIds: null });
      return `[${rows.map(({ indicators }) => indicators).join(',')}]`;
    });
    res.set('ETag', `"${measurement.id}"`).type('json').send(body);
  });

  get(router, '/api/overview', AreasQuery, async (query): Promise<Overview> => {
    const { measurement, terms } = await measured(context, query);
    const [total] = await sql(db, 'records/total', { datasetId: terms.datasetId, level: terms.level, ...terms.span });
    const tiers = await sql(db, 'measurements/count_tiers', { measurementId: measurement.id });
    if (!total) throw new Error('a sum without groups has one row');
    return {
      ...total,
      tiers: Object.fromEntries(
        TIERS.map((tier) => [tier, tiers.find((row) => row.tier === tier)?.areas ?? 0]),
      ) as Record<Tier, number>,
      profile: { id: context.profile.id, version: context.profile.version },
      measuredAt: measurement.measuredAt,
    };
  });

  get(router, '/api/profile', z.strictObject({}), async () => context.profile);
  return router;
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

/** The area with a level and a code. Throws a 404 that says which was asked for. */
export async function findArea(context: Context, level: string, code: string): Promise<{ area: Area; all: Area[] }> {
  const all = await sql(context.db, 'areas/list', { level: null });
  const area = all.find((candidate) => candidate.level === level && candidate.code === code);
  if (!area) throw new Problem(404, `There is no area “${code}” at the level “${level}”.`);
  return { area, all };
}

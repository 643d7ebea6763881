import { createHash } from 'node:crypto';
import { Router } from 'express';
import { z } from 'zod';
import type { AreasQuery as AreasQueryType, Overview } from '../../geodata/model/api.ts';
import { type Profile, TIERS, type Tier } from '../../geodata/model/tier.ts';
import { sightOf, type View } from '../access/view.ts';
import { findDataset } from '../dataset/datasets.ts';
import type { AreaSight, DatasetSight } from '../db/sight.ts';
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
  const { readAs } = context;
  const router = Router();
  const bodies = remember<Buffer>();
  const overviews = remember<Overview>();

  // Sent as text: the database holds each area's object as JSON already, and 32,000 of them need not be parsed to be sent.
  router.get('/api/areas', async (req, res) => {
    const query = AreasQuery.parse(req.query);
    const sight = sightOf(res);
    const { measurement } = await measured(context, query, sight);
    const state = stateOf(measurement, sight);
    const body = await bodies.get(state, async () => {
      const rows = await readAs(sight, (view) => listIndicators(view, measurement.id, null));
      return gzipped(`[${rows.map(({ indicators }) => indicators).join(',')}]`);
    });
    res.set('ETag', `"${createHash('sha256').update(state).digest('base64url')}"`).type('json');
    await sendGzipped(req, res, body);
  });

  get(router, '/api/overview', AreasQuery, async (query, res) => {
    const sight = sightOf(res);
    const { measurement, terms } = await measured(context, query, sight);
    return overviews.get(stateOf(measurement, sight), () =>
      readAs(sight, (view) => overviewOf(view, context.profile, measurement, terms)),
    );
  });

  get(router, '/api/profile', z.strictObject({}), async () => context.profile);
  return router;
}

/** What an answer depends on: two people who may see different things never share one. */
const stateOf = ({ id }: Measurement, { allAreas, scopeAreas }: AreaSight): string =>
  allAreas ? `${id}` : `${id} in ${scopeAreas.join(' ')}`;

/** The stored indicators of the areas one may see; of some of them, in full, when they are named. */
export const listIndicators = ({ db, sight }: View, measurementId: number, areaIds: readonly number[] | null) =>
  sql(db, 'measurements/list_indicators', { ...sight, measurementId, areaIds });

async function overviewOf(
  { db, sight }: View,
  profile: Profile,
  measurement: Measurement,
  { datasetId, level, span }: Terms,
): Promise<Overview> {
  const [total] = await sql(db, 'records/total', { ...sight, datasetId, level, ...span });
  const tiers = await sql(db, 'measurements/count_tiers', { ...sight, measurementId: measurement.id });
  if (!total) throw new Error('a sum without groups has one row');
  // What lies nowhere is shown to nobody who may look at some areas only: they cannot know how much of it there is.
  const unknown = sight.allAreas ? {} : { outside: null, unplaced: null };
  return {
    ...total,
    ...unknown,
    tiers: Object.fromEntries(
      TIERS.map((tier) => [tier, tiers.find((row) => row.tier === tier)?.areas ?? 0]),
    ) as Record<Tier, number>,
    profile: { id: profile.id, version: profile.version },
    measuredAt: measurement.measuredAt,
  };
}

/** The measurement that a query is about, made if need be: always of every area, whoever asks. */
export async function measured(context: Context, query: AreasQueryType, sight: DatasetSight) {
  const { key, dataset } = await findDataset(context.db, query.dataset, sight);
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

/** The area with a level and a code, if one may see it, and those above it, nearest first. Throws a 404 that says which was asked for. */
export async function findArea({ db, sight }: View, level: string, code: string): Promise<[FoundArea, ...FoundArea[]]> {
  const [area, ...above] = await sql(db, 'areas/list_lineage', { ...sight, level, code });
  if (!area) throw new Problem(404, `There is no area “${code}” at the level “${level}”.`);
  return [area, ...above];
}

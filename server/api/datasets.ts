import { Router } from 'express';
import { z } from 'zod';
import { readMapping } from '../../geodata/datasets/read-mapping.ts';
import type { DatasetSummary, LevelSummary } from '../../geodata/model/api.ts';
import type { Grade } from '../../geodata/model/place.ts';
import { requireEveryDataset } from '../access/require-whole.ts';
import { sightOf, type View } from '../access/view.ts';
import { type DeclaredDataset, listDatasets } from '../dataset/datasets.ts';
import { sql } from '../db/sql.ts';
import { readJson } from '../edge/read-json.ts';
import { declareTraced } from '../trace/declare-traced.ts';
import { originOf } from '../trace/origin-of.ts';
import { boundsOf } from './boundaries.ts';
import type { Context } from './context.ts';
import { remember } from './remember.ts';
import { get } from './route.ts';

/** Summaries of some people's datasets. */
const KEPT = 200;

export function datasets({ db, readAs, trace }: Context): Router {
  const router = Router();
  const summaries = remember<DatasetSummary>(KEPT);

  get(router, '/api/datasets', z.strictObject({}), async (_query, res) => {
    const sight = sightOf(res);
    const found: DatasetSummary[] = [];
    for (const one of await listDatasets(db, sight)) {
      const state = `${one.key} ${one.revision} ${sight.allAreas ? '' : `in ${sight.scopeAreas.join(' ')}`}`;
      found.push(await summaries.get(state, () => readAs(sight, (view) => summarise(view, one))));
    }
    return found;
  });

  router.post('/api/datasets', readJson('256kb'), async (req, res) => {
    const sight = sightOf(res);
    requireEveryDataset(sight);
    const declared = await declareTraced(db, readMapping(req.body), { trace, origin: originOf(res) });
    res.status(201).json(await readAs(sight, (view) => summarise(view, declared)));
  });
  return router;
}

/** What a dataset holds, and on which levels its records lie: those with most areas first, which is finest first. */
async function summarise({ db, sight }: View, { key, dataset, shipped }: DeclaredDataset): Promise<DatasetSummary> {
  const grades = await sql(db, 'datasets/count_placed', { ...sight, datasetId: key });
  const records = grades.reduce((sum, row) => sum + row.records, 0);
  const on = new Map(
    (await sql(db, 'datasets/count_levels', { ...sight, datasetId: key })).map((row) => [row.level, row.records]),
  );
  const levels = (await sql(db, 'areas/list_levels', {}))
    .filter(({ level }) => on.has(level))
    .map(
      ({ level, areas, withBoundary, ...box }): LevelSummary => ({
        level,
        areas,
        withBoundary,
        recordsOutside: sight.allAreas ? records - (on.get(level) ?? 0) : null,
        bounds: boundsOf(box),
      }),
    );
  const origins = await sql(db, 'runs/list_origins', {});
  const days = (pick: 'firstOn' | 'lastOn') => grades.map((row) => row[pick]).filter((day) => day !== null);
  return {
    dataset,
    shipped,
    synthetic: origins.find(({ datasetId }) => datasetId === key)?.synthetic ?? false,
    records,
    unplaced: sight.allAreas ? (grades.find(({ grade }) => grade === null)?.records ?? 0) : null,
    placed: Object.fromEntries(grades.flatMap(({ grade, records }) => (grade ? [[grade, records]] : []))) as Partial<
      Record<Grade, number>
    >,
    firstOn: days('firstOn').sort()[0] ?? null,
    lastOn: days('lastOn').sort().at(-1) ?? null,
    levels,
  };
}

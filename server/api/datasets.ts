import express, { Router } from 'express';
import { z } from 'zod';
import { readMapping } from '../../geodata/datasets/read-mapping.ts';
import type { DatasetSummary, LevelSummary } from '../../geodata/model/api.ts';
import type { Grade } from '../../geodata/model/place.ts';
import { type DeclaredDataset, listDatasets } from '../dataset/datasets.ts';
import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { declareTraced } from '../trace/declare-traced.ts';
import { originOf } from '../trace/origin-of.ts';
import { boundsOf } from './boundaries.ts';
import type { Context } from './context.ts';
import { get } from './route.ts';

export function datasets({ db, trace }: Context): Router {
  const router = Router();
  const summaries = new Map<number, { revision: number; summary: DatasetSummary }>();

  get(router, '/api/datasets', z.strictObject({}), async () => {
    const declared = await listDatasets(db);
    const found: DatasetSummary[] = [];
    for (const one of declared) {
      const known = summaries.get(one.key);
      const summary = known?.revision === one.revision ? known.summary : await summarise(db, one);
      summaries.set(one.key, { revision: one.revision, summary });
      found.push(summary);
    }
    return found;
  });

  router.post('/api/datasets', express.json({ limit: '256kb' }), async (req, res) => {
    const declared = await declareTraced(db, readMapping(req.body), { trace, origin: originOf(res) });
    res.status(201).json(await summarise(db, declared));
  });
  return router;
}

/** What a dataset holds, and on which levels its records lie: those with most areas first, which is finest first. */
export async function summarise(db: Database, { key, dataset, shipped }: DeclaredDataset): Promise<DatasetSummary> {
  const grades = await sql(db, 'datasets/count_placed', { datasetId: key });
  const records = grades.reduce((sum, row) => sum + row.records, 0);
  const on = new Map(
    (await sql(db, 'datasets/count_levels', { datasetId: key })).map((row) => [row.level, row.records]),
  );
  const levels = (await sql(db, 'areas/list_levels', {}))
    .filter(({ level }) => on.has(level))
    .map(
      ({ level, areas, withBoundary, ...box }): LevelSummary => ({
        level,
        areas,
        withBoundary,
        recordsOutside: records - (on.get(level) ?? 0),
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
    unplaced: grades.find(({ grade }) => grade === null)?.records ?? 0,
    placed: Object.fromEntries(grades.flatMap(({ grade, records }) => (grade ? [[grade, records]] : []))) as Partial<
      Record<Grade, number>
    >,
    firstOn: days('firstOn').sort()[0] ?? null,
    lastOn: days('lastOn').sort().at(-1) ?? null,
    levels,
  };
}

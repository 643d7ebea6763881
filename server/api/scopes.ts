import { Router } from 'express';
import { z } from 'zod';
import type { Grantable } from '../../geodata/model/account.ts';
import type { Access } from '../access/access.ts';
import { listDatasets } from '../dataset/datasets.ts';
import { EVERYTHING } from '../db/sight.ts';
import { sql } from '../db/sql.ts';
import { get } from './route.ts';
import { searchText } from './search-text.ts';

const ScopesQuery = z.strictObject({ q: z.string().trim().min(1).max(50).optional() });

/** What administrators choose from when they grant: names of areas and datasets, and nothing of what is in them. */
export function scopes({ db }: Pick<Access, 'db'>): Router {
  const router = Router();
  get(router, '/api/scopes', ScopesQuery, async ({ q }): Promise<Grantable> => {
    const datasets = (await listDatasets(db, EVERYTHING)).map(({ dataset: { id, title } }) => ({ id, title }));
    const found =
      q === undefined
        ? await sql(db, 'accounts/list_granted_areas', {})
        : await sql(db, 'areas/search', { text: searchText(q) });
    return { datasets, areas: found.map(({ level, code, name, parentName }) => ({ level, code, name, parentName })) };
  });
  return router;
}

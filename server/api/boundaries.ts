import { createHash } from 'node:crypto';
import { Router } from 'express';
import { z } from 'zod';
import type { SearchHit } from '../../geodata/model/api.ts';
import { listDatasets } from '../dataset/datasets.ts';
import { EVERYTHING } from '../db/sight.ts';
import { sql } from '../db/sql.ts';
import type { Context } from './context.ts';
import { gzipped, sendGzipped } from './gzipped.ts';
import { remember } from './remember.ts';
import { get } from './route.ts';
import { searchText } from './search-text.ts';

const LevelQuery = z.strictObject({ level: z.string().min(1).max(100) });
const SearchQuery = z.strictObject({ q: z.string().trim().min(1).max(50) });

export function boundaries({ db }: Context): Router {
  const router = Router();
  const bodies = remember<Buffer>();

  router.get('/api/boundaries', async (req, res) => {
    const { level } = LevelQuery.parse(req.query);
    // Loading areas raises the revision of every dataset, so their sum names the state of the boundaries.
    const state = (await listDatasets(db, EVERYTHING)).reduce((sum, { revision }) => sum + revision, 0);
    const body = await bodies.get(`${level} ${state}`, async () => gzipped(await featureCollection(db, level)));
    res.set('ETag', `"${createHash('sha1').update(body).digest('base64url')}"`).type('application/geo+json');
    await sendGzipped(req, res, body);
  });

  get(router, '/api/search', SearchQuery, async ({ q }): Promise<SearchHit[]> => {
    const rows = await sql(db, 'areas/search', { text: searchText(q) });
    return rows.map(({ west, south, east, north, ...hit }) => ({
      ...hit,
      bounds: boundsOf({ west, south, east, north }),
    }));
  });
  return router;
}

interface Box {
  readonly west: number | null;
  readonly south: number | null;
  readonly east: number | null;
  readonly north: number | null;
}

/** [west, south, east, north], or null for an area without a map. */
export function boundsOf({ west, south, east, north }: Box): [number, number, number, number] | null {
  if (west === null || south === null || east === null || north === null) return null;
  return [west, south, east, north];
}

/** Put together as text: the geometries come from the database as GeoJSON already. */
async function featureCollection(db: Context['db'], level: string): Promise<string> {
  const rows = await sql(db, 'areas/list_boundaries', { level });
  const features = rows.map(
    ({ code, name, geometry }) =>
      `{"type":"Feature","properties":${JSON.stringify({ code, name })},"geometry":${geometry}}`,
  );
  return `{"type":"FeatureCollection","features":[${features.join(',')}]}`;
}

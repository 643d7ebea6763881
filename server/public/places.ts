import { Router } from 'express';
import { z } from 'zod';
import type { PublicPlace } from '../../geodata/model/public-api.ts';
import { sql } from '../db/sql.ts';
import { Problem } from '../problem.ts';
import { getPublic } from './get-public.ts';
import type { PublicContext } from './public-context.ts';

const PlaceQuery = z.strictObject({ level: z.string().min(1).max(100), code: z.string().min(1).max(100) });
const SearchQuery = z.strictObject({ q: z.string().trim().min(1).max(50) });

/** `GET /api/search`: places by name, pinyin or code; `GET /api/place`: one of them, what lies above and beside it. */
export function places({ view }: PublicContext): Router {
  const router = Router();
  getPublic(router, '/api/search', SearchQuery, ({ q }) =>
    view((db) => sql(db, 'disclosure/search_areas', { text: q.toLowerCase().replace(/[\\%_]/g, '\\$&') })),
  );
  getPublic(router, '/api/place', PlaceQuery, ({ level, code }) =>
    view(async (db): Promise<PublicPlace> => {
      const [place, ...parents] = await sql(db, 'disclosure/list_lineage', { level, code });
      if (!place) throw new Problem(404, '没有找到这个地方。 There is no such place.');
      const neighbours = await sql(db, 'disclosure/list_neighbours', { level, code });
      const { west, south, east, north } = place;
      return {
        level: place.level,
        code: place.code,
        name: place.name,
        parents: parents.map(({ level, code, name }) => ({ level, code, name })),
        neighbours,
        bounds: west === null || south === null || east === null || north === null ? null : [west, south, east, north],
      };
    }),
  );
  return router;
}

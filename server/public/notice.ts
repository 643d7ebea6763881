import { Router } from 'express';
import { z } from 'zod';
import { sql } from '../db/sql.ts';
import { getPublic } from './get-public.ts';
import type { PublicContext } from './public-context.ts';

const Nothing = z.strictObject({});

/** `GET /api/notice`: what there is to see, as it stands in the database; `GET /api/health`: whether it can be reached. */
export function notice({ view }: PublicContext): Router {
  const router = Router();
  getPublic(router, '/api/notice', Nothing, () =>
    view(async (db) => {
      const [origin] = await sql(db, 'disclosure/find_origin', {});
      const levels = await sql(db, 'disclosure/list_levels', {});
      const releases = await sql(db, 'disclosure/list_releases', {});
      return { synthetic: origin?.synthetic ?? false, levels, releases: releases.map(({ name }) => name) };
    }),
  );
  router.get('/api/health', async (req, res) => {
    Nothing.parse(req.query);
    await view((db) => sql(db, 'disclosure/find_origin', {}));
    // Never kept: it is asked in order to know how things are now.
    res.json({ ok: true });
  });
  return router;
}

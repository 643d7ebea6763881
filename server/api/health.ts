import { Router } from 'express';
import { z } from 'zod';
import { isSynthetic } from '../dataset/is-synthetic.ts';
import { version } from '../version.ts';
import type { Context } from './context.ts';
import { get } from './route.ts';

export function health({ db, kind }: Context): Router {
  const router = Router();
  get(router, '/api/health', z.strictObject({}), async () => {
    // Asking the database is the point: a server that cannot reach it is not healthy.
    return { ok: true as const, version, database: kind, synthetic: await isSynthetic(db) };
  });
  return router;
}

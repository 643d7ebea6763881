import type { Router } from 'express';
import type { z } from 'zod';
import type { PublicApi } from '../../geodata/model/public-api.ts';
import { keepBriefly } from './keep-briefly.ts';

/** Registers one route of the public API: query parsed on the way in, body typed on the way out. */
export function getPublic<Path extends keyof PublicApi>(
  router: Router,
  path: Path,
  query: z.ZodType<PublicApi[Path]['query']>,
  answer: (query: PublicApi[Path]['query']) => Promise<PublicApi[Path]['body']>,
): void {
  router.get(path, async (req, res) => {
    const body = await answer(query.parse(req.query));
    keepBriefly(res).json(body);
  });
}

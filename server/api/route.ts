import type { Response, Router } from 'express';
import type { z } from 'zod';
import type { Api } from '../../geodata/model/api.ts';

/** Registers one GET route of the shared Api: query parsed on the way in, body typed on the way out; `res` knows who asks. */
export function get<Path extends keyof Api>(
  router: Router,
  path: Path,
  query: z.ZodType<Api[Path]['query']>,
  answer: (query: Api[Path]['query'], res: Response) => Promise<Api[Path]['body']>,
): void {
  router.get(path, async (req, res) => {
    res.json(await answer(query.parse(req.query), res));
  });
}

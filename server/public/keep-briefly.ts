import type { Response } from 'express';

/** What everybody may see, browsers and proxies may keep for a minute; then they ask, and get a 304 where nothing changed. */
export function keepBriefly(res: Response): Response {
  return res.set('Cache-Control', 'public, max-age=60');
}

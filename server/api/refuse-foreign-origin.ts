import type { RequestHandler } from 'express';
import { Problem } from '../problem.ts';

/** Another site's page must not be able to change anything here in a visitor's name. Scripts send neither header and pass. */
export const refuseForeignOrigin: RequestHandler = (req, _res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') return next();
  const site = req.get('sec-fetch-site');
  const origin = req.get('origin');
  const foreign =
    site !== undefined ? site !== 'same-origin' : origin !== undefined && hostOf(origin) !== req.get('host');
  if (foreign) throw new Problem(403, 'This request comes from another site and was refused.');
  next();
};

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

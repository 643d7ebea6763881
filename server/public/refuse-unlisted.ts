import type { RequestHandler, Response } from 'express';
import { Problem } from '../problem.ts';
import { PUBLIC_ROUTES } from './public-routes.ts';

const LISTED: ReadonlySet<string> = new Set(PUBLIC_ROUTES);

/**
 * Refuses, before anything else looks at it, what is no listed address written exactly so, and whatever wants more than to look.
 * One answer for all of these: it does not tell what exists elsewhere.
 */
export const refuseUnlisted: RequestHandler = ({ method, path }, res, next) => {
  const looks = method === 'GET' || method === 'HEAD';
  const ofApi = /^[/\\]*api([/\\]|$)/i.test(path);
  if (!looks || (ofApi && !LISTED.has(path))) refuse(res);
  next();
};

/** The end of every address that is no listed one and no file. */
export const refuseTheRest: RequestHandler = (_req, res) => refuse(res);

function refuse(res: Response): never {
  res.set('Cache-Control', 'no-store');
  throw new Problem(404, '没有这个网址。 There is no such address.');
}

import type { RequestHandler } from 'express';
import { Problem } from '../problem.ts';
import { PUBLIC_ROUTES } from './public-routes.ts';

const LISTED: ReadonlySet<string> = new Set(PUBLIC_ROUTES);

/**
 * Refuses, before anything else looks at it, what is no listed address written exactly so, and whatever wants more than to look.
 * One answer for all of these: it does not tell what exists elsewhere.
 */
export const refuseUnlisted: RequestHandler = ({ method, path }, _res, next) => {
  const looks = method === 'GET' || method === 'HEAD';
  const ofApi = /^[/\\]*api([/\\]|$)/i.test(path);
  if (!looks || (ofApi && !LISTED.has(path))) throw noSuchAddress();
  next();
};

/** The answer to every address that is not public. */
export const noSuchAddress = () => new Problem(404, '没有这个网址。 There is no such address.');

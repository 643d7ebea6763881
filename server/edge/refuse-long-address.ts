import type { RequestHandler } from 'express';
import { Problem } from '../problem.ts';

/** Longer than any address that a page makes. */
const LONGEST = 2_048;

export const refuseLongAddress: RequestHandler = (req, _res, next) => {
  if (req.originalUrl.length > LONGEST) throw new Problem(414, '网址太长。 The address is too long.');
  next();
};

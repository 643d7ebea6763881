import type { RequestHandler } from 'express';
import { Problem } from '../problem.ts';

/** Longer than any address that a page makes. */
const LONGEST = 2_048;

/** Refuses addresses that no page makes: endless ones, and those with the one character that no text of the database can hold. */
export const refuseOddAddress: RequestHandler = (req, _res, next) => {
  if (req.originalUrl.length > LONGEST) throw new Problem(414, '网址太长。 The address is too long.');
  if (req.originalUrl.includes('%00')) {
    throw new Problem(400, '网址里有无法识别的字符。 The address contains a character that is no text.');
  }
  next();
};

import type { RequestHandler } from 'express';
import type { Actor } from '../../geodata/model/trace.ts';

const PUBLIC: Actor = { kind: 'public', id: null, name: '公众 public' };

/** Whoever has not been recognised by the layers before is the public. */
export const publicActor: RequestHandler = (_req, res, next) => {
  res.locals.actor ??= PUBLIC;
  next();
};

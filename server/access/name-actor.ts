import type { RequestHandler } from 'express';
import type { Actor } from '../../geodata/model/trace.ts';
import { type Principal, principalOf } from './principal.ts';

const PUBLIC: Actor = { kind: 'public', id: null, name: '公众 public' };

/** Whoever the guard has recognised is who the trace names; everybody else is the public. */
export const nameActor: RequestHandler = (_req, res, next) => {
  const principal = principalOf(res);
  res.locals.actor = principal ? actorOf(principal) : PUBLIC;
  next();
};

export const actorOf = ({ accountId, displayName }: Pick<Principal, 'accountId' | 'displayName'>): Actor => ({
  kind: 'account',
  id: String(accountId),
  name: displayName,
});

import type { Response } from 'express';
import { originOf } from '../trace/origin-of.ts';
import type { Trace } from '../trace/trace.ts';
import { actorOf } from './name-actor.ts';
import { requirePrincipal } from './principal.ts';

/**
 * Enters that somebody who is signed in was refused, with the route as the policy names it: what else they asked for may hold
 * anything. A page, or somebody trying every door, repeats itself: each account has an entry a minute and a sum.
 */
export function enterRefusal(
  trace: Trace,
  res: Response,
  refused: { readonly route: string; readonly why: string },
): Promise<void> {
  const principal = requirePrincipal(res);
  const event = { ...originOf(res, actorOf(principal)), action: 'access.refuse' as const, after: { ...refused } };
  return trace.flood(`access.refuse ${principal.accountId}`, event);
}

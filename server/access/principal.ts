import type { Response } from 'express';
import type { Pending, Role, Scope } from '../../geodata/model/account.ts';
import type { Sight } from '../db/sight.ts';
import { Problem } from '../problem.ts';
import type { Voucher } from './sessions.ts';

/** Whoever makes a request, as found out by the guard; handlers ask for nothing else. */
export interface Principal {
  readonly accountId: number;
  readonly sessionId: number;
  readonly name: string;
  readonly displayName: string;
  /** One of the ready accounts of the demo. */
  readonly demo: boolean;
  /** Null until the security administrator gave one: signed in, and nothing to see. */
  readonly role: Role | null;
  readonly scope: Scope;
  /** The same scope, as SQL takes it. */
  readonly sight: Sight;
  readonly pending: Pending | null;
  readonly secondFactor: boolean;
  readonly passwordUntil: Date | null;
  readonly endsAt: Date;
  /** The identity provider that vouched for the session; null after a password. */
  readonly provider: Voucher | null;
}

/** Null when nobody is signed in. */
export const principalOf = (res: Response): Principal | null => res.locals.principal ?? null;

/** For routes that the policy opens to signed-in people only. Throws a 401: without the guard there is no way in either. */
export function requirePrincipal(res: Response): Principal {
  const principal = principalOf(res);
  if (!principal) throw new Problem(401, '请先登录。Sign in first.');
  return principal;
}

import type { RequestHandler } from 'express';
import type { Pending } from '../../geodata/model/account.ts';
import { EVERYTHING, NOTHING_SEEN, type Sight } from '../db/sight.ts';
import { Problem } from '../problem.ts';
import type { Access } from './access.ts';
import { readCookie } from './cookies.ts';
import { enterRefusal } from './enter-refusal.ts';
import { findPrincipal } from './find-principal.ts';
import { isAllowed, type Rule, ruleFor } from './policy.ts';
import type { Principal } from './principal.ts';

/**
 * Finds out who asks, then asks the policy; every request passes here before any route. `open` lets everybody at the business
 * data, signed in or not; accounts are guarded always.
 */
export function guard(access: Access): RequestHandler {
  return async function guardRequest(req, res, next) {
    const rule = ruleFor(req.method, req.path);
    if (rule?.path === '/{*page}') return next();
    const principal = await findPrincipal(access, readCookie(req, 'sunmap'));
    res.locals.principal = principal;
    res.locals.sight = sightIn(access, principal);
    if (access.mode === 'enforced' || rule?.reach === 'own' || rule?.reach === 'accounts') {
      // What one person was shown must not come out of a browser's store for the next.
      res.vary('Cookie');
      const refusal = refusalOf(rule, principal);
      if (refusal && rule && principal) {
        const why = refusal.why ?? 'role';
        await enterRefusal(access.trace, res, { route: `${rule.method} ${rule.path}`, why });
      }
      if (refusal) throw refusal.problem;
    }
    next();
  };
}

const sightIn = ({ mode }: Access, principal: Principal | null): Sight =>
  mode === 'open' ? EVERYTHING : (principal?.sight ?? NOTHING_SEEN);

interface Refused {
  readonly problem: Problem;
  /** What is due first; absent when the role does not suffice. */
  readonly why?: Pending;
}

function refusalOf(rule: Rule | null, principal: Principal | null): Refused | null {
  if (rule && isAllowed(rule, principal?.role) && (rule.who === 'anyone' || isReady(rule, principal))) return null;
  // Strangers learn nothing, not even which addresses there are.
  if (!principal) return { problem: new Problem(401, '请先登录。Sign in first.') };
  if (!rule) return { problem: new Problem(404, 'There is no such address in the API.') };
  if (!isAllowed(rule, principal.role)) {
    return { problem: new Problem(403, '您的角色无权进行此操作。Your role may not do this.') };
  }
  return principal.pending === 'password'
    ? { why: 'password', problem: new Problem(403, '请先修改密码。Change your password first.') }
    : { why: 'second-factor', problem: new Problem(403, '请先启用双因素认证。Set up your second factor first.') };
}

const isReady = ({ whilePending }: { whilePending?: true }, principal: Principal | null) =>
  whilePending === true || principal?.pending === null;

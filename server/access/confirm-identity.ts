import type { Credentials } from '../db/queries.ts';
import { sql } from '../db/sql.ts';
import { Problem } from '../problem.ts';
import type { Origin } from '../trace/origin-of.ts';
import type { Access } from './access.ts';
import { type Brake, passBrakes, releaseBrakes } from './brakes.ts';
import { isPassword } from './password.ts';
import { spendCode } from './second-factor.ts';

/**
 * Asks whoever is signed in for the password again, and for a code where there is a second factor and `needsCode` says so: a
 * browser left open must not be enough to take an account over. Throws a 403 when it is wrong, a 429 when it was wrong too often;
 * the count is the session's own, so nobody else is slowed.
 */
export async function confirmIdentity(
  access: Access,
  { accountId, sessionId }: { accountId: number; sessionId: number },
  { password, code, needsCode, origin }: Proof,
): Promise<Credentials> {
  const { db, trace } = access;
  const now = access.now();
  const failed = { ...origin, action: 'identity.fail', subject: { kind: 'account', id: `${accountId}` } } as const;
  const brakes: Brake[] = [{ key: `session ${sessionId}`, free: 5, longest: 900, personal: true }];
  const seconds = await passBrakes(db, brakes, now);
  if (seconds > 0) {
    await trace.flood(`identity.fail ${accountId}`, { ...failed, after: { reason: 'slowed' } });
    throw new Problem(429, `尝试过多,请 ${seconds} 秒后再试。Too many attempts: try again in ${seconds} s.`);
  }
  const refuse = async (reason: 'password' | 'code') => {
    await trace.look({ ...failed, after: { reason } });
    return new Problem(403, '密码或验证码不正确。The password or the code is not right.');
  };
  const [account] = await sql(db, 'accounts/find_credentials', { id: accountId, name: null });
  if (!account || !(await isPassword(password, account.passwordHash))) throw await refuse('password');
  if (needsCode && account.totpSecret !== null && !(await spendCode(access, account, { code: code ?? '', origin }))) {
    throw await refuse('code');
  }
  await releaseBrakes(db, brakes, { forgive: true, now });
  return account;
}

interface Proof {
  readonly password: string;
  readonly code?: string | undefined;
  readonly needsCode: boolean;
  readonly origin: Origin;
}

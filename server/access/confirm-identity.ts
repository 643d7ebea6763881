import type { Credentials } from '../db/queries.ts';
import { sql } from '../db/sql.ts';
import { Problem } from '../problem.ts';
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
  { password, code, needsCode }: { password: string; code?: string | undefined; needsCode: boolean },
): Promise<Credentials> {
  const { db } = access;
  const now = access.now();
  const brakes: Brake[] = [{ key: `session ${sessionId}`, free: 5, longest: 900, personal: true }];
  const seconds = await passBrakes(db, brakes, now);
  if (seconds > 0)
    throw new Problem(429, `尝试过多,请 ${seconds} 秒后再试。Too many attempts: try again in ${seconds} s.`);
  const [account] = await sql(db, 'accounts/find_credentials', { id: accountId, name: null });
  if (!account || !(await isPassword(password, account.passwordHash))) throw wrong();
  if (needsCode && account.totpSecret !== null && !(await spendCode(access, account, code ?? ''))) throw wrong();
  await releaseBrakes(db, brakes, { forgive: true, now });
  return account;
}

const wrong = () => new Problem(403, '密码或验证码不正确。The password or the code is not right.');

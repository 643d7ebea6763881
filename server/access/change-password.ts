import { transaction } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { Problem } from '../problem.ts';
import type { Origin } from '../trace/origin-of.ts';
import type { Access } from './access.ts';
import { confirmIdentity } from './confirm-identity.ts';
import { hashPassword, requireGoodPassword } from './password.ts';
import type { Principal } from './principal.ts';
import { openSession, revokeSessions, type Visitor } from './sessions.ts';

/**
 * Changes one's own password: every session of the account ends, and a new one is opened, whose token is returned. Throws a 400
 * for a bad password, a 403 or 429 as `confirmIdentity` does.
 */
export async function changePassword(
  access: Access,
  principal: Principal,
  { password, next, visitor, origin }: { password: string; next: string; visitor: Visitor; origin: Origin },
): Promise<string> {
  const account = await confirmIdentity(access, principal, { password, needsCode: false, origin });
  if (next.normalize('NFKC') === password.normalize('NFKC')) {
    throw new Problem(400, '新密码不能与旧密码相同。The new password must not be the old one.');
  }
  requireGoodPassword(next, [account.name, account.displayName]);
  const passwordHash = await hashPassword(next);
  const now = access.now();
  return transaction(access.db, async (db) => {
    await sql(db, 'accounts/set_password', { id: account.id, passwordHash, temporary: false, now });
    await revokeSessions(db, account.id, now);
    const token = await openSession(db, account.id, {
      visitor,
      limits: access.settings,
      now,
      provider: principal.provider,
    });
    const subject = { kind: 'account', id: `${account.id}` };
    await access.trace.change(db, { ...origin, action: 'password.change', subject });
    return token;
  });
}

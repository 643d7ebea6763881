import type { SessionState } from '../../geodata/model/account.ts';
import { isSynthetic } from '../dataset/is-synthetic.ts';
import { sql } from '../db/sql.ts';
import type { Access } from './access.ts';
import type { Principal } from './principal.ts';
import { describeProvider, type Leaver } from './provider/describe-provider.ts';

/** What the page is told about who is signed in, and whom it may offer. */
export async function describeSession(
  access: Access,
  principal: Principal | null,
  leaver: Leaver = {},
): Promise<SessionState> {
  const { db, settings, mode } = access;
  const open = mode === 'open';
  if (!principal) {
    const provider = describeProvider(access.provider, leaver);
    return { open, account: null, demoAccounts: await offered(access), provider };
  }
  const [codes] = await sql(db, 'recovery_codes/count_left', { id: principal.accountId });
  return {
    open,
    account: {
      name: principal.name,
      displayName: principal.displayName,
      demo: principal.demo,
      role: principal.role,
      scope: principal.scope,
      pending: principal.pending,
      secondFactor: principal.secondFactor,
      recoveryCodesLeft: codes?.left ?? 0,
      passwordUntil: principal.passwordUntil?.toISOString() ?? null,
      endsAt: principal.endsAt.toISOString(),
      idleMinutes: settings.idleMinutes,
    },
    demoAccounts: [],
    provider: null,
  };
}

/** An import may have ended them since the start. */
async function offered({ db, demoAccounts }: Access): Promise<SessionState['demoAccounts']> {
  return demoAccounts.length > 0 && (await isSynthetic(db)) ? demoAccounts : [];
}

import { transaction } from '../db/database.ts';
import type { Origin } from '../trace/origin-of.ts';
import type { Access } from './access.ts';
import { actorOf } from './name-actor.ts';
import type { Principal } from './principal.ts';
import { openSession, revokeSession, type Visitor } from './sessions.ts';

export interface Beginning {
  readonly visitor: Visitor;
  readonly origin: Origin;
  /** Whoever the browser belonged to until now: that session must not live on beside the new one. */
  readonly former: Principal | null;
  /** What proved who it is: `password`, `password + totp`… */
  readonly proof: string;
}

/** Opens the session of somebody who has proved who they are, and enters the sign-in, or does neither. Returns the session's token. */
export function beginSession(
  { db, trace, settings, now }: Pick<Access, 'db' | 'trace' | 'settings' | 'now'>,
  account: { readonly id: number; readonly displayName: string },
  { visitor, origin, former, proof }: Beginning,
): Promise<string> {
  return transaction(db, async (db) => {
    const at = now();
    if (former) await revokeSession(db, former.accountId, former.sessionId, at);
    const token = await openSession(db, account.id, { visitor, limits: settings, now: at });
    await trace.change(db, {
      ...origin,
      actor: actorOf({ accountId: account.id, displayName: account.displayName }),
      action: 'sign-in.succeed',
      subject: { kind: 'account', id: `${account.id}` },
      after: { proof, instead: former ? { account: former.accountId, session: former.sessionId } : null },
    });
    return token;
  });
}

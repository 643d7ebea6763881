import type { Json } from '../../geodata/model/trace.ts';
import { type Database, transaction } from '../db/database.ts';
import type { Origin } from '../trace/origin-of.ts';
import type { Access } from './access.ts';
import { actorOf } from './name-actor.ts';
import type { Principal } from './principal.ts';
import { openSession, revokeSession, type Visitor, type Voucher } from './sessions.ts';

/** Who asks, for the session and for the trace. */
export interface Asker {
  readonly visitor: Visitor;
  readonly origin: Origin;
  /** Whoever the browser belonged to until now: that session must not live on beside the new one. */
  readonly former: Principal | null;
}

export interface Proof {
  /** What proved who it is, for the trace: `password`, `password + totp`, an identity… */
  readonly proof: Json;
  /** The provider that vouched; left out after a password. */
  readonly provider?: Voucher;
}

/** Opens the session of somebody who has proved who they are, and enters the sign-in, or does neither. Returns the session's token. */
export function beginSession(
  db: Database,
  { trace, settings, now }: Pick<Access, 'trace' | 'settings' | 'now'>,
  account: { readonly id: number; readonly displayName: string },
  { visitor, origin, former, proof, provider }: Asker & Proof,
): Promise<string> {
  return transaction(db, async (db) => {
    const at = now();
    if (former) await revokeSession(db, former.accountId, former.sessionId, at);
    const token = await openSession(db, account.id, { visitor, limits: settings, now: at, provider: provider ?? null });
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

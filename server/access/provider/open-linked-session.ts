import { transaction } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';
import type { Origin } from '../../trace/origin-of.ts';
import type { Access } from '../access.ts';
import { makeDevice } from '../device.ts';
import { actorOf } from '../name-actor.ts';
import { openSession, type Visitor } from '../sessions.ts';
import { markOf, type VouchedIdentity } from './identity.ts';

/** Who asks, for the session and for the trace. */
export interface Asker {
  readonly visitor: Visitor;
  readonly origin: Origin;
}

export type Opened =
  | { readonly kind: 'signed-in'; readonly token: string; readonly device: string }
  /** Linked to nothing, or to a disabled account, whose id is for the trace alone. */
  | { readonly kind: 'closed'; readonly accountId: number | null };

/**
 * Opens a session for the account that an identity is linked to, and enters it in the trace. The link is held meanwhile, so that
 * a session is opened before it is taken away, and ended with it, or not at all.
 */
export async function openLinkedSession(
  access: Access,
  identity: VouchedIdentity,
  { visitor, origin }: Asker,
): Promise<Opened> {
  const { settings, keyring, trace } = access;
  const { issuer, subject, vouched } = identity;
  const now = access.now();
  return transaction(access.db, async (db) => {
    const [account] = await sql(db, 'identities/find_account', { issuer, subject });
    if (account?.state !== 'enabled') return { kind: 'closed', accountId: account?.id ?? null };
    const token = await openSession(db, account.id, { visitor, limits: settings, now, provider: { issuer, vouched } });
    await trace.change(db, {
      ...origin,
      actor: actorOf({ accountId: account.id, displayName: account.displayName }),
      action: 'sign-in.succeed',
      after: { issuer, identity: markOf(keyring, identity), secondFactor: vouched },
    });
    return { kind: 'signed-in', token, device: makeDevice(keyring, account.name) };
  });
}

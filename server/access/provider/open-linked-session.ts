import { transaction } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';
import type { Access } from '../access.ts';
import { type Asker, beginSession } from '../begin-session.ts';
import { makeDevice } from '../device.ts';
import { markOf, type VouchedIdentity } from './identity.ts';

export type Opened =
  | { readonly kind: 'signed-in'; readonly token: string; readonly device: string }
  /** Linked to nothing, or to a disabled account, whose id is for the trace alone. */
  | { readonly kind: 'closed'; readonly accountId: number | null };

/**
 * Opens a session for the account that an identity is linked to, and enters it in the trace. The link is held meanwhile, so that
 * a session is opened before it is taken away, and ended with it, or not at all.
 */
export async function openLinkedSession(access: Access, identity: VouchedIdentity, asker: Asker): Promise<Opened> {
  const { keyring } = access;
  const { issuer, subject, vouched } = identity;
  return transaction(access.db, async (db) => {
    const [account] = await sql(db, 'identities/find_account', { issuer, subject });
    if (account?.state !== 'enabled') return { kind: 'closed', accountId: account?.id ?? null };
    const proof = { issuer, identity: markOf(keyring, identity), secondFactor: vouched };
    const token = await beginSession(db, access, account, { ...asker, proof, provider: { issuer, vouched } });
    return { kind: 'signed-in', token, device: makeDevice(keyring, account.name) };
  });
}

import { type Database, transaction } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';
import { Problem } from '../../problem.ts';
import type { Origin } from '../../trace/origin-of.ts';
import type { Trace } from '../../trace/trace.ts';
import { findAccount } from '../accounts.ts';
import type { Keyring } from '../keyring.ts';
import { revokeSessions } from '../sessions.ts';
import { type Identity, markOf } from './identity.ts';

interface Linking {
  readonly db: Database;
  readonly keyring: Keyring;
  readonly trace: Trace;
  readonly origin: Origin;
  readonly now: Date;
}

/** Links an identity to an account. Throws a 404 for an unknown account, a 409 for a demo account or an identity that is linked already. */
export async function linkIdentity(
  { db, keyring, trace, origin, now }: Linking,
  accountId: number,
  identity: Identity,
): Promise<void> {
  await transaction(db, async (db) => {
    const { demo } = await findAccount(db, accountId);
    if (demo) throw new Problem(409, '演示账号不能关联。Demo accounts cannot be linked.');
    const { issuer, subject } = identity;
    const [linked] = await sql(db, 'identities/insert', { issuer, subject, accountId, now });
    if (!linked) throw new Problem(409, '该身份已关联账号。This identity is linked to an account already.');
    const after = { linked: { issuer, identity: markOf(keyring, identity) } };
    await trace.change(db, { ...origin, action: 'account.change', subject: subjectOf(accountId), after });
  });
}

/** Takes one identity of an issuer away from an account, or all of them; its sessions end. Throws a 404 when there is none. */
export async function unlinkIdentity(
  { db, keyring, trace, origin, now }: Linking,
  accountId: number,
  { issuer, subject }: { issuer: string | null; subject: string | null },
): Promise<void> {
  await transaction(db, async (db) => {
    const removed = await sql(db, 'identities/delete', { accountId, issuer, subject });
    if (removed.length === 0) throw new Problem(404, '没有这样的关联。There is no such link.');
    await revokeSessions(db, accountId, now);
    const before = {
      linked: removed.map((identity) => ({ issuer: identity.issuer, identity: markOf(keyring, identity) })),
    };
    await trace.change(db, { ...origin, action: 'account.change', subject: subjectOf(accountId), before });
  });
}

/** The identities of every account that has some, by its id. */
export async function listIdentities(db: Database): Promise<Map<number, Identity[]>> {
  const links = new Map<number, Identity[]>();
  for (const { accountId, issuer, subject } of await sql(db, 'identities/list', {})) {
    links.set(accountId, [...(links.get(accountId) ?? []), { issuer, subject }]);
  }
  return links;
}

const subjectOf = (accountId: number) => ({ kind: 'account', id: String(accountId) });

import { randomBytes } from 'node:crypto';
import type { SignInRequest } from '../../geodata/model/account.ts';
import type { Credentials } from '../db/queries.ts';
import { sql } from '../db/sql.ts';
import type { Access } from './access.ts';
import { foldName } from './account-name.ts';
import { type Asker, beginSession } from './begin-session.ts';
import { brakesFor, passBrakes, releaseBrakes } from './brakes.ts';
import { makeDevice, readDevice } from './device.ts';
import { actorOf } from './name-actor.ts';
import { hashPassword, isPassword, needsRehash } from './password.ts';
import { spendCode } from './second-factor.ts';
import { knowsAddress } from './sessions.ts';

export type SignInOutcome =
  | { readonly kind: 'signed-in'; readonly accountId: number; readonly token: string; readonly device: string }
  /** The password was right, and the account has a second factor. */
  | { readonly kind: 'needs-code'; readonly accountId: number }
  /** Whatever was wrong; what it was, is for the trace only. */
  | { readonly kind: 'refused'; readonly accountId: number | null; readonly reason: Reason }
  | { readonly kind: 'slowed'; readonly seconds: number };

export type Reason = 'name' | 'password' | 'code' | 'disabled';

export interface From extends Asker {
  /** The mark of a browser that was signed in with before, as it came. */
  readonly device: string | null;
}

/** A hash of nothing anybody knows, so that an unknown name takes as long as a wrong password. */
let nobody: Promise<string> | undefined;

/**
 * Name and password, then a code where there is a second factor. A refusal is always the same, after the same work; how attempts
 * are slowed is told in brakes.ts. A new session is opened each time: no token from before signing in is ever kept.
 */
export async function signIn(access: Access, request: SignInRequest, from: From): Promise<SignInOutcome> {
  const { db, keyring } = access;
  const name = foldName(request.name);
  const { address } = from.visitor;
  const now = access.now();
  const brakes = brakesFor({
    name,
    address,
    device: readDevice(keyring, name, from.device),
    knownAddress: await knowsAddress(db, name, address, now),
  });
  const seconds = await passBrakes(db, brakes, now);
  if (seconds > 0) return { kind: 'slowed', seconds };

  const [account] = await sql(db, 'accounts/find_credentials', { id: null, name });
  nobody ??= hashPassword(randomBytes(32).toString('hex'));
  const right = await isPassword(request.password, account?.passwordHash ?? (await nobody));
  if (!account) return { kind: 'refused', accountId: null, reason: 'name' };
  const accountId = account.id;
  if (!right) return { kind: 'refused', accountId, reason: 'password' };
  if (account.state !== 'enabled') return { kind: 'refused', accountId, reason: 'disabled' };
  let proof = 'password';
  if (account.totpSecret !== null) {
    if (request.code === undefined) {
      await releaseBrakes(db, brakes, { forgive: false, now });
      return { kind: 'needs-code', accountId };
    }
    const origin = { ...from.origin, actor: actorOf({ accountId, displayName: account.displayName }) };
    const factor = await spendCode(access, account, { code: request.code, origin });
    if (factor === null) return { kind: 'refused', accountId, reason: 'code' };
    proof = `password + ${factor}`;
  }
  await releaseBrakes(db, brakes, { forgive: true, now });
  await renewHash(access, account, request.password);
  const token = await beginSession(db, access, account, { ...from, proof });
  return { kind: 'signed-in', accountId, token, device: makeDevice(keyring, name) };
}

/** The moment of signing in is the only one at which a password can be hashed with newer parameters. */
async function renewHash({ db }: Access, { id, passwordHash }: Credentials, password: string): Promise<void> {
  if (!needsRehash(passwordHash)) return;
  await sql(db, 'accounts/renew_hash', { id, oldHash: passwordHash, newHash: await hashPassword(password) });
}

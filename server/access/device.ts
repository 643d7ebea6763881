import { createHash, randomBytes } from 'node:crypto';
import type { Keyring } from './keyring.ts';

/** How long a browser stays known, in milliseconds. */
export const DEVICE_LASTS = 180 * 24 * 3_600_000;

/**
 * A mark that a browser gets when somebody signed in with it: signed for that account's name, worth nothing for signing in, and
 * the reason why strangers who guess at the account cannot slow its owner down.
 */
export function makeDevice(keyring: Keyring, name: string): string {
  const nonce = randomBytes(16).toString('base64url');
  return `${nonce}.${keyring.sign(`device ${nonce} ${name}`)}`;
}

/** What a known browser is counted under; null when the mark is not ours or was given for another name. */
export function readDevice(keyring: Keyring, name: string, mark: string | null): string | null {
  const [nonce, signature] = mark?.split('.') ?? [];
  if (!nonce || !signature || !keyring.isSigned(`device ${nonce} ${name}`, signature)) return null;
  return createHash('sha256').update(nonce).digest('hex');
}

import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { AccessSettings } from '../config.ts';
import { readKey } from './read-key.ts';

/** Secrets that must be read again are sealed with a key outside the database: a copy of the database alone opens none. */
export interface Keyring {
  /** `owner` names what the secret belongs to; sealed for one owner it cannot be opened for another. */
  seal(owner: string, secret: Uint8Array): string;
  /** Throws when the text was altered, belongs to another owner, or was sealed with another key. */
  unseal(owner: string, sealed: string): Buffer;
  sign(text: string): string;
  isSigned(text: string, signature: string): boolean;
}

const NONCE = 12;
const TAG = 16;

/** The key is read, and made if need be, when it is first needed. */
export function openKeyring(settings: Pick<AccessSettings, 'keyFile' | 'keyFileNamed'>): Keyring {
  let key: Buffer | undefined;
  const derive = (purpose: string) => {
    key ??= readKey(settings);
    return Buffer.from(hkdfSync('sha256', key, '', purpose, 32));
  };
  const sign = (text: string) => createHmac('sha256', derive('sign')).update(text).digest('base64url');

  return {
    seal(owner, secret) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', derive('seal'), nonce).setAAD(Buffer.from(owner));
      const body = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url');
    },
    unseal(owner, sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      const [nonce, body, tag] = [bytes.subarray(0, NONCE), bytes.subarray(NONCE, -TAG), bytes.subarray(-TAG)];
      const decipher = createDecipheriv('aes-256-gcm', derive('seal'), nonce, { authTagLength: TAG })
        .setAAD(Buffer.from(owner))
        .setAuthTag(tag);
      try {
        return Buffer.concat([decipher.update(body), decipher.final()]);
      } catch (cause) {
        throw new Error(`a secret cannot be opened with the key in ${settings.keyFile}`, { cause });
      }
    },
    sign,
    isSigned(text, signature) {
      const [given, right] = [Buffer.from(signature), Buffer.from(sign(text))];
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}

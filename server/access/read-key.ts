import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AccessSettings } from '../config.ts';

/**
 * The 32 bytes that a key file holds in hexadecimal. A file that was not named is made at first use, readable by its owner only;
 * one that was named must be there. Throws when others on the machine could read it, or it holds no key.
 */
export function readKey({ keyFile, keyFileNamed }: Pick<AccessSettings, 'keyFile' | 'keyFileNamed'>): Buffer {
  if (!keyFileNamed) make(keyFile);
  if ((statSync(keyFile).mode & 0o077) !== 0) {
    throw new Error(`Others can read the key in ${keyFile}: chmod 600 it, and think of it as known.`);
  }
  const text = readFileSync(keyFile, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new Error(`${keyFile} must hold a key of 64 hexadecimal digits.`);
  return Buffer.from(text, 'hex');
}

/** Written beside its place and linked there: it appears whole or not at all, and never replaces another. */
function make(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.new`;
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

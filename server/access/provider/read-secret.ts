import { readFileSync, statSync } from 'node:fs';

/** The secret that a file holds, on one line. Throws when it is missing, empty, or others on the machine could read it. */
export function readSecret(file: string): string {
  if ((statSync(file).mode & 0o077) !== 0) {
    throw new Error(`Others can read the secret in ${file}: chmod 600 it, and ask the provider for a new one.`);
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret === '' || /\s/.test(secret)) throw new Error(`${file} must hold the client's secret, on one line.`);
  return secret;
}

import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openKeyring } from '../../../server/access/keyring.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
const newFile = () => {
  const folder = mkdtempSync(join(tmpdir(), 'sunmap-key-'));
  folders.push(folder);
  return join(folder, 'key');
};

test('a key is made at first use, for its owner’s eyes only, and stays', () => {
  const keyFile = newFile();
  const keyring = openKeyring({ keyFile, keyFileNamed: false });
  expect(existsSync(keyFile)).toBe(false);
  const sealed = keyring.seal('totp 1', Buffer.from('secret'));
  expect(statSync(keyFile).mode & 0o777).toBe(0o600);
  expect(openKeyring({ keyFile, keyFileNamed: false }).unseal('totp 1', sealed).toString()).toBe('secret');
  expect(sealed).not.toContain(Buffer.from('secret').toString('base64url'));
});

test('a secret opens for its owner only, unaltered only, and with its own key only', () => {
  const keyring = openKeyring({ keyFile: newFile(), keyFileNamed: false });
  const sealed = keyring.seal('totp 1', Buffer.from('secret'));
  const altered = Buffer.from(sealed, 'base64url');
  altered[14] = (altered[14] as number) ^ 1;
  expect(() => keyring.unseal('totp 2', sealed)).toThrow(/cannot be opened/);
  expect(() => keyring.unseal('totp 1', altered.toString('base64url'))).toThrow(/cannot be opened/);
  expect(() => openKeyring({ keyFile: newFile(), keyFileNamed: false }).unseal('totp 1', sealed)).toThrow();
});

test('a key that was named must be there, hold a key, and be hidden from others', () => {
  const keyFile = newFile();
  const use = () => openKeyring({ keyFile, keyFileNamed: true }).sign('x');
  expect(use).toThrow(/ENOENT/);
  writeFileSync(keyFile, 'short', { mode: 0o600 });
  expect(use).toThrow(/64 hexadecimal/);
  writeFileSync(keyFile, 'ab'.repeat(32));
  expect(use).not.toThrow();
  chmodSync(keyFile, 0o640);
  expect(use).toThrow(/Others can read/);
});

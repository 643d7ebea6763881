import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openProvider } from '../../../server/access/provider/provider.ts';
import type { ProviderSettings } from '../../../server/access/provider/settings.ts';
import { readConfig } from '../../../server/config.ts';

const folder = mkdtempSync(join(tmpdir(), 'sunmap-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const RIGHT = {
  SUNMAP_OIDC_ISSUER: 'https://id.example/realms/county',
  SUNMAP_OIDC_CLIENT_ID: 'sunmap',
  SUNMAP_OIDC_REDIRECT: 'https://sunmap.example/',
};

test('without settings there is no provider', () => {
  expect(readConfig({}).access.provider).toBe(null);
});

test('with three of them there is one', () => {
  expect(readConfig({ ...RIGHT, SUNMAP_OIDC_ACR: 'two, three' }).access.provider).toEqual({
    issuer: 'https://id.example/realms/county',
    clientId: 'sunmap',
    secretFile: null,
    title: '统一身份认证',
    base: 'https://sunmap.example',
    acr: ['two', 'three'],
  });
});

test.each([
  [{ SUNMAP_OIDC_ISSUER: '' }, 'SUNMAP_OIDC_CLIENT_ID needs SUNMAP_OIDC_ISSUER'],
  [{ SUNMAP_OIDC_CLIENT_ID: '' }, 'SUNMAP_OIDC_ISSUER needs SUNMAP_OIDC_CLIENT_ID'],
  [{ SUNMAP_OIDC_REDIRECT: '' }, 'SUNMAP_OIDC_ISSUER needs SUNMAP_OIDC_REDIRECT'],
  [{ SUNMAP_OIDC_ISSUER: 'id.example' }, 'must begin with https://'],
  [{ SUNMAP_OIDC_ISSUER: 'http://id.example' }, 'must begin with https://'],
  [{ SUNMAP_OIDC_ISSUER: 'http://127.0.0.1.example' }, 'must begin with https://'],
  [{ SUNMAP_OIDC_ISSUER: 'http://localhost.example' }, 'must begin with https://'],
  [{ SUNMAP_OIDC_ISSUER: 'file:///etc/passwd' }, 'must begin with https://'],
  [{ SUNMAP_OIDC_ISSUER: 'https://me:word@id.example' }, 'no name, password or fragment'],
  [{ SUNMAP_OIDC_ISSUER: 'https://id.example/#x' }, 'no name, password or fragment'],
  [{ SUNMAP_OIDC_ISSUER: 'https://id.example/?x' }, 'no query'],
  [{ SUNMAP_OIDC_REDIRECT: 'http://sunmap.example' }, 'must begin with https://'],
  [{ SUNMAP_OIDC_REDIRECT: 'https://sunmap.example/map' }, 'host and port alone'],
])('%o is told in a sentence', (change, sentence) => {
  expect(() => readConfig({ ...RIGHT, ...change })).toThrow(sentence);
});

test.each(['http://localhost:9000', 'http://127.0.0.1:9000', 'http://[::1]:9000'])('%s is this machine', (address) => {
  const provider = readConfig({ ...RIGHT, SUNMAP_OIDC_ISSUER: address, SUNMAP_OIDC_REDIRECT: address }).access.provider;
  expect(provider?.base).toBe(address);
});

test('the secret comes from a file that nobody else can read, and the start says what is wrong with it', () => {
  const secretFile = join(folder, 'secret');
  const settings = { ...(readConfig(RIGHT).access.provider as ProviderSettings), secretFile };
  expect(() => openProvider(settings)).toThrow('ENOENT');
  writeFileSync(secretFile, 'quite secret\n', { mode: 0o600 });
  expect(() => openProvider(settings)).toThrow('on one line');
  writeFileSync(secretFile, '\n');
  expect(() => openProvider(settings)).toThrow('on one line');
  writeFileSync(secretFile, 'secret\n');
  chmodSync(secretFile, 0o644);
  expect(() => openProvider(settings)).toThrow('Others can read');
  chmodSync(secretFile, 0o600);
  expect(openProvider(settings).settings.clientId).toBe('sunmap');
});

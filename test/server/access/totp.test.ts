import { expect, test } from 'vitest';
import { base32 } from '../../../server/access/base32.ts';
import { findStep, hotp, otpauthUri, stepAt } from '../../../server/access/totp.ts';

const secret = Buffer.from('12345678901234567890');

test.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('at %d seconds the code is the one of RFC 6238, appendix B', (seconds, code) => {
  expect(hotp(secret, stepAt(new Date(seconds * 1000)), 8)).toBe(code);
});

test('the first ten codes of RFC 4226, appendix D', () => {
  const codes = Array.from({ length: 10 }, (_, counter) => hotp(secret, counter));
  expect(codes.join(' ')).toBe('755224 287082 359152 969429 338314 254676 287922 162583 399871 520489');
});

test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('base32 of “%s” is the one of RFC 4648, without padding', (text, expected) => {
  expect(base32(Buffer.from(text))).toBe(expected);
});

test('a code is taken one step early or late, not two', () => {
  const now = new Date(1_000_000 * 30_000);
  const taken = [-2, -1, 0, 1, 2].map((off) => findStep(secret, hotp(secret, 1_000_000 + off), { now, lastStep: 0 }));
  expect(taken).toEqual([null, 999_999, 1_000_000, 1_000_001, null]);
});

test('a code of a step that was used, or of an earlier one, is none', () => {
  const now = new Date(1_000_000 * 30_000);
  expect(findStep(secret, hotp(secret, 1_000_000), { now, lastStep: 1_000_000 })).toBeNull();
  expect(findStep(secret, hotp(secret, 999_999), { now, lastStep: 1_000_000 })).toBeNull();
});

test('an authenticator reads the name and the secret', () => {
  const uri = new URL(otpauthUri(secret, '李 四'));
  expect(uri.protocol + uri.host).toBe('otpauth:totp');
  expect(decodeURIComponent(uri.pathname)).toBe('/Sunmap 阳光图:李 四');
  expect(uri.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
});

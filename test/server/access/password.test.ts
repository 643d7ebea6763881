import { hash } from '@node-rs/argon2';
import { expect, test } from 'vitest';
import {
  hashPassword,
  isPassword,
  makePassword,
  needsRehash,
  requireGoodPassword,
} from '../../../server/access/password.ts';

const refused =
  (password: string, words: readonly string[] = []) =>
  () =>
    requireGoodPassword(password, words);

test.each([
  'password1234',
  'P@ssw0rd2024!',
  'qwertyuiop123',
  '1qaz2wsx3edc',
  '123456789012',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  'woaini1314520',
  'Admin@123456',
  'zhangwei19880808',
  'Sunmap-2026-Sunmap',
  '阳光图阳光图阳光图阳光图',
  'correct horse battery staple',
  'iloveyou-iloveyou',
])('“%s” is too easily guessed', (password) => {
  expect(refused(password)).toThrow(/common|guess/);
});

test.each([
  'quiet-otter-9-lanterns',
  'alllowercaseletterswithsense',
  '窗外的槐树又开花了而且很香',
  '    spaces  count  too    ',
  'x'.repeat(4).concat('mountain fog over seventeen roofs'),
])('“%s” is good: no kind of character is asked for', (password) => {
  expect(refused(password)).not.toThrow();
});

test('11 and 129 characters are refused, 12 and 128 are not; characters are counted, not bytes', () => {
  const long = 'kettle drum velvet orbit '.repeat(6);
  expect(refused(long.slice(0, 11))).toThrow(/12/);
  expect(refused(long.slice(0, 12))).not.toThrow();
  expect(refused(long.slice(0, 128))).not.toThrow();
  expect(refused(long.slice(0, 129))).toThrow(/128/);
  expect(refused('𠮷野家的牛肉饭真好吃')).toThrow(/12/);
});

test('the name of the account with little beside it is refused', () => {
  expect(refused('gerhildwoolf2024', ['gerhildwoolf'])).toThrow();
  expect(refused('gerhildwoolf2024', ['somebody'])).not.toThrow();
});

test('a hash is argon2id with at least 19 MiB and two passes, and tells the password from others', async () => {
  const stored = await hashPassword('quiet-otter-9-lanterns');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isPassword('quiet-otter-9-lanterns', stored)).toBe(true);
  expect(await isPassword('quiet-otter-9-lantern', stored)).toBe(false);
});

test('the same characters composed differently are the same password', async () => {
  expect(await isPassword('café-au-lait-matin', await hashPassword('café-au-lait-matin'))).toBe(true);
});

test('a hash with weaker parameters asks to be made again, one of today does not', async () => {
  expect(needsRehash(await hash('x', { memoryCost: 8192, timeCost: 2 }))).toBe(true);
  expect(needsRehash(await hashPassword('x'))).toBe(false);
});

test('made passwords are good ones and differ', () => {
  const made = Array.from({ length: 20 }, makePassword);
  expect(new Set(made).size).toBe(20);
  for (const password of made) expect(refused(password)).not.toThrow();
});

import { randomBytes } from 'node:crypto';
import { hash, type Options, parseOptions, verify } from '@node-rs/argon2';
import { Problem } from '../problem.ts';
import { base32 } from './base32.ts';
import { isCommonPassword } from './common-password.ts';

export const SHORTEST = 12;
export const LONGEST = 128;

/** OWASP's floor for argon2id, the package's own algorithm: 19 MiB, two passes, about a tenth of a second. */
export const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } satisfies Options;

/** Words that are in every attacker's list for this product. */
const CONTEXT = ['sunmap', 'yangguangtu', '阳光图', 'jijian', 'jiwei', '纪委', '纪检', 'jiandu', '监督'];

/**
 * Length and guessability decide; which kinds of characters it has does not. Throws a 400 that says what is wrong.
 * `words` are the account's own: its name and what it is called.
 */
export function requireGoodPassword(password: string, words: readonly string[]): void {
  const folded = fold(password);
  const length = [...folded].length;
  if (length < SHORTEST || length > LONGEST) {
    throw new Problem(
      400,
      `密码须为 ${SHORTEST} 至 ${LONGEST} 个字符。A password has ${SHORTEST} to ${LONGEST} characters.`,
    );
  }
  const own = words.map((word) => fold(word).toLowerCase()).filter((word) => [...word].length >= 2);
  if (isCommonPassword(folded, [...CONTEXT, ...own])) {
    throw new Problem(
      400,
      '该密码太常见或与账号、系统名称有关,容易被猜中,请换一个。' +
        'This password is too easily guessed: it is made of common words, runs, or the name of the account or the system.',
    );
  }
}

export const hashPassword = (password: string): Promise<string> => hash(fold(password), PARAMETERS);

/** False for a hash of another kind too. */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  return stored.startsWith('$argon2id$') && (await verify(stored, fold(password)));
}

/** Whether a hash was made with other parameters than today's. */
export function needsRehash(stored: string): boolean {
  const { memoryCost, timeCost, parallelism, outputLen } = parseOptions(stored);
  return Object.entries({ memoryCost, timeCost, parallelism, outputLen }).some(
    ([name, value]) => value !== PARAMETERS[name as keyof typeof PARAMETERS],
  );
}

/** 120 random bits in groups that can be read out on the telephone. */
export const makePassword = (): string =>
  base32(randomBytes(15))
    .toLowerCase()
    .replace(/.{6}(?!$)/g, '$&-');

/** The same characters typed on different keyboards must be the same password. */
const fold = (password: string) => password.normalize('NFKC');

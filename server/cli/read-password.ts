import { makePassword, requireGoodPassword } from '../access/password.ts';

/** A password for an account: the first line of standard input, or a new one that is told once. Never an argument: those are seen by all. */
export async function readPassword(
  fromInput: boolean,
  words: readonly string[],
): Promise<{ password: string; temporary: boolean }> {
  if (!fromInput) return { password: makePassword(), temporary: true };
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    text += chunk;
    if (text.includes('\n')) break;
  }
  const password = text.split(/\r?\n/)[0] as string;
  requireGoodPassword(password, words);
  return { password, temporary: false };
}

import { Problem } from '../problem.ts';

/** Names that look alike are the same: no second “Ｌｉ” beside “li”. */
export const foldName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** A folded name of 2 to 40 letters, digits, dots, hyphens and low lines. Throws a 400 for others. */
export function readName(name: string): string {
  const folded = foldName(name);
  if (/^[\p{L}\p{N}][\p{L}\p{N}._-]{1,39}$/u.test(folded)) return folded;
  throw new Problem(
    400,
    '用户名须为 2 至 40 个字母、数字或 . - _。A name has 2 to 40 letters, digits, dots, hyphens or low lines.',
  );
}

import { IntakeError } from './intake-error.ts';
import { sentence } from './sentence.ts';

/** Says which limit a file exceeds, by how much, and what to do. Numbers in plain digits, `unit` as in “12 MB”. */
export function tooMuch(what: { zh: string; en: string }, found: string, limit: string): IntakeError {
  return new IntakeError(
    sentence(
      `${what.zh}：${found}，上限 ${limit}。请另存为 CSV（UTF-8）或拆分后再导入`,
      `${what.en}: ${found}, the limit is ${limit}. Save it as CSV (UTF-8), or split it, and import that`,
    ),
  );
}

/** Bytes as megabytes, rounded up, so that what exceeds a limit never reads as the limit itself. */
export const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 ** 2).toLocaleString('en')} MB`;

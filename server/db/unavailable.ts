/** Why the database could not answer: it cannot be reached, the statement took too long, or its disk is full. */
export type Unavailable = 'unreachable' | 'too-slow' | 'disk-full';

/** Codes of PostgreSQL (errcodes-appendix) and of Node's sockets. */
const CODES: readonly (readonly [RegExp, Unavailable])[] = [
  [/^(08...|57P0[1-5]|53300|40001|40P01|25P03)$/, 'unreachable'],
  [/^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/, 'unreachable'],
  [/^(57014|55P03)$/, 'too-slow'],
  [/^(53100|ENOSPC)$/, 'disk-full'],
];

/** What `pg` says without a code. */
const MESSAGES: readonly (readonly [RegExp, Unavailable])[] = [
  [/^Connection terminated/, 'unreachable'],
  [/^timeout exceeded when trying to connect/, 'unreachable'],
  [/^Client has encountered a connection error/, 'unreachable'],
  [/^Client was closed and is not queryable/, 'unreachable'],
  [/^Cannot use a pool after calling end/, 'unreachable'],
  [/^Query read timeout/, 'too-slow'],
];

/** Whether an error, or what caused it, is a failure of the database and not of the question; null for all others. */
export function unavailable(error: unknown): Unavailable | null {
  for (let next = error; next instanceof Error; next = next.cause) {
    const { code, syscall } = next as NodeJS.ErrnoException;
    // The socket file of the embedded database is away while the engine is replaced.
    if (code === 'ENOENT' && syscall === 'connect') return 'unreachable';
    for (const [pattern, why] of CODES) if (typeof code === 'string' && pattern.test(code)) return why;
    for (const [pattern, why] of MESSAGES) if (pattern.test(next.message)) return why;
  }
  return null;
}

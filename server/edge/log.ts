import { type DestinationStream, destination, type Logger, pino } from 'pino';
import type { EdgeSettings } from './settings.ts';

export type Log = Logger;

/** What must never be written, down to two levels deep. */
const SECRETS = ['authorization', 'cookie', 'set-cookie', 'password', 'secret', 'token'].flatMap((name) => [
  `["${name}"]`,
  `*["${name}"]`,
  `*.*["${name}"]`,
]);
const DEEPEST_CAUSE = 5;

/**
 * The log: one JSON object for each line, on standard error. JSON keeps line breaks and control characters of strangers inside
 * their strings. Written at once, so that the last line before an end is there.
 */
export function openLog(
  level: EdgeSettings['logLevel'],
  stream: DestinationStream = destination({ dest: 2, sync: true }),
): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRETS, censor: '[redacted]' },
      serializers: { err: (error: unknown) => describeError(error) },
    },
    stream,
  );
}

interface ErrorLine {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: ErrorLine;
}

/** Only what is named here: the database's errors also carry the row that broke a rule. */
function describeError(error: unknown, depth = 0): ErrorLine {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const { code } = error as NodeJS.ErrnoException;
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' && { code }),
    ...(error.stack !== undefined && { stack: error.stack }),
    ...(error.cause !== undefined && depth < DEEPEST_CAUSE && { cause: describeError(error.cause, depth + 1) }),
  };
}

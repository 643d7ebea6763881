import { CannotStart } from '../cannot-start.ts';
import type { Config } from '../config.ts';
import { openPool } from '../db/database.ts';
import { isReachable } from '../db/is-reachable.ts';
import type { OpenDatabase } from '../db/open.ts';

/** Where the public reads; `close` ends only what was opened here. */
export type PublicDatabase = Pick<OpenDatabase, 'pool' | 'isReachable' | 'close'>;

/** A crowd of visitors waits for these and leaves the staff theirs. */
const CONNECTIONS = 4;
/** Nothing public takes longer, in milliseconds. */
const STATEMENT_LIMIT = 15_000;

/**
 * Connections of the public's own, with the login that was made for it if there is one. The embedded database has one
 * connection for all. `staff` is the database that this process has open already, null in a process of its own. Throws
 * `CannotStart` where the settings do not fit together.
 */
export function openPublicDatabase(
  { databaseUrl, statementLimit, publicPages }: Pick<Config, 'databaseUrl' | 'statementLimit' | 'publicPages'>,
  staff: OpenDatabase | null,
  onBroken: (error: Error) => void,
): PublicDatabase {
  if (staff?.kind === 'embedded') {
    if (publicPages.databaseUrl === null) return { ...staff, close: async () => {} };
    throw new CannotStart(
      'SUNMAP_PUBLIC_DATABASE_URL needs DATABASE_URL beside it: the embedded database has no second login.',
    );
  }
  const url = publicPages.databaseUrl ?? databaseUrl;
  if (url === null) {
    throw new CannotStart(
      'SUNMAP_SERVE=public needs PostgreSQL, named by SUNMAP_PUBLIC_DATABASE_URL: only one process can open the embedded database.',
    );
  }
  const pool = openPool(url, {
    max: CONNECTIONS,
    statementLimit: Math.min(statementLimit, STATEMENT_LIMIT),
    limitsItself: true,
    onBroken,
  });
  return { pool, isReachable: () => isReachable(pool), close: () => pool.end() };
}

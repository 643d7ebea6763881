import pg from 'pg';

/** Anything that can run a query: the pool, or one client inside a transaction. */
export type Database = pg.Pool | pg.PoolClient;

// Dates stay text (a Date would shift with the server's time zone); counts fit a number.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** The longest a statement may run, in milliseconds: measuring ten million records stays well below it. */
export const STATEMENT_LIMIT = 120_000;
/** What the database is given to stop a statement by itself before the connection is given up. */
const GRACE = 10_000;
/** A server that does not take a connection by then is not there, or has none left. */
const CONNECT_WITHIN = 15_000;

export interface PoolOptions {
  readonly max: number;
  /** The longest a statement may run, in milliseconds. */
  readonly statementLimit?: number | undefined;
  /** Whether the database keeps the limit itself; the embedded one needs a watchdog (embedded.ts), and patience for its one connection. */
  readonly limitsItself?: boolean | undefined;
  /** Told of connections that break while idle, which pg would otherwise turn into the end of the process. */
  readonly onBroken: (error: Error) => void;
}

export function openPool(connectionString: string, options: PoolOptions): pg.Pool {
  const { max, statementLimit = STATEMENT_LIMIT, limitsItself = false, onBroken } = options;
  const pool = new pg.Pool({
    connectionString,
    max,
    keepAlive: true,
    query_timeout: statementLimit + GRACE,
    connectionTimeoutMillis: limitsItself ? CONNECT_WITHIN : statementLimit + GRACE,
    idleTimeoutMillis: 0,
    ...(limitsItself && { statement_timeout: statementLimit, idle_in_transaction_session_timeout: statementLimit }),
  });
  pool.on('error', onBroken);
  pool.on('connect', (client) => {
    client.on('error', onBroken);
    if (limitsItself) planKeepers.add(client);
  });
  if (limitsItself) planKeepers.add(pool);
  return pool;
}

/** Connections on which a named statement stays planned; the embedded engine knows none. */
const planKeepers = new WeakSet<Database>();

export const keepsPlans = (db: Database): boolean => planKeepers.has(db);

const depths = new WeakMap<pg.PoolClient, number>();

/** Runs `work` in a transaction; inside another transaction, in a savepoint. Only the `db` handed to `work` may be used in it. */
export async function transaction<T>(db: Database, work: (db: pg.PoolClient) => Promise<T>): Promise<T> {
  if (db instanceof pg.Pool) {
    const client = await db.connect();
    let failure: Error | undefined;
    try {
      return await enclose(client, ['begin', 'commit', 'rollback'], work, (error) => {
        failure = error;
      });
    } finally {
      client.release(failure);
    }
  }
  const depth = (depths.get(db) ?? 0) + 1;
  depths.set(db, depth);
  try {
    const name = `nested_${depth}`;
    return await enclose(db, [`savepoint ${name}`, `release ${name}`, `rollback to ${name}`], work, () => {});
  } finally {
    depths.set(db, depth - 1);
  }
}

async function enclose<T>(
  client: pg.PoolClient,
  [open, keep, undo]: readonly [string, string, string],
  work: (db: pg.PoolClient) => Promise<T>,
  onLost: (error: Error) => void,
): Promise<T> {
  await client.query(open);
  try {
    const result = await work(client);
    await client.query(keep);
    return result;
  } catch (error) {
    // A connection that cannot even roll back must not go back to the pool.
    await client.query(undo).catch(onLost);
    throw error;
  }
}

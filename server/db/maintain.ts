import type pg from 'pg';

/** What PostgreSQL does by itself and the embedded engine never: make room, look at what there is, bring the journal home. */
const STATEMENTS = ['vacuum (analyze)', 'checkpoint'];
const EVERY = 60 * 60_000;

export interface MaintainOptions {
  /** While an import runs the connection is its own. */
  readonly isBusy: () => boolean;
  readonly onFailed: (error: Error) => void;
  readonly every?: number;
}

/** Keeps the embedded database in order, once an hour while nothing is imported; returns how to end that. */
export function maintain(pool: pg.Pool, { isBusy, onFailed, every = EVERY }: MaintainOptions): () => void {
  const timer = setInterval(async () => {
    try {
      for (const statement of STATEMENTS) if (!isBusy()) await pool.query(statement);
    } catch (error) {
      onFailed(error as Error);
    }
  }, every).unref();
  return () => clearInterval(timer);
}

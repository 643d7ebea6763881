import type pg from 'pg';
import { inject } from 'vitest';
import { openPool, transaction } from '../../server/db/database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string;
    databaseKind: 'embedded' | 'postgresql';
  }
}

const undo = Symbol('undo');

/** Runs a test against the real database and leaves no trace: everything happens in a transaction that is rolled back. */
export async function withDatabase(work: (db: pg.PoolClient) => Promise<void>): Promise<void> {
  const pool = openPool(inject('databaseUrl'), { max: 1, onBroken: console.error });
  try {
    await transaction(pool, async (db) => {
      await work(db);
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  } finally {
    await pool.end();
  }
}

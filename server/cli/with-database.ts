import type pg from 'pg';
import { type Config, readConfig } from '../config.ts';
import { declareShipped } from '../dataset/datasets.ts';
import { openDatabase } from '../db/open.ts';
import { settleEveryDataset } from '../operator/settle-operators.ts';

export interface Session {
  readonly db: pg.Pool;
  readonly config: Config;
}

/** Opens the database that the server would use, for one command, and closes it again whatever happens. */
export async function withDatabase<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const config = readConfig();
  const database = await openDatabase(config, {
    onCrash: (error) => {
      console.error(
        `The embedded database is gone: ${error.message}. Run the command again; what was committed is safe.`,
      );
      process.exit(1);
    },
  });
  try {
    await declareShipped(database.pool);
    await settleEveryDataset(database.pool);
    return await work({ db: database.pool, config });
  } finally {
    await database.close();
  }
}

/** What a person is told while a command runs. */
export const say = (sentence: string): void => console.error(sentence);

/** The result of a command, for programs. Waits until all of it is written: a pipe takes large answers in pieces. */
export function printJson(value: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${JSON.stringify(value)}\n`, (error) => (error ? reject(error) : resolve()));
  });
}

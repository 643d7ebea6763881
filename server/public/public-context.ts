import type { Database } from '../db/database.ts';

/** What the public routes stand on. There is no other way to the database than the view. */
export interface PublicContext {
  /** Runs `work` as the public: see open-public-view.ts. */
  readonly view: <T>(work: (db: Database) => Promise<T>) => Promise<T>;
  readonly now: () => Date;
}

import type { TestProject } from 'vitest/node';
import { makeDatabase } from './make-database.ts';

/** One database for a project's run; told which kind, so that nobody believes that both were tested. */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const database = await makeDatabase({ shared: false });
  console.log(
    database.kind === 'embedded'
      ? 'Testing on the embedded database. PostgreSQL is not tested in this run: set DATABASE_URL for that.'
      : 'Testing on PostgreSQL.',
  );
  project.provide('databaseUrl', database.url);
  project.provide('databaseKind', database.kind);
  return database.drop;
}

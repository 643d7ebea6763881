import { defineConfig } from 'vitest/config';

// Four kinds: pure functions, the client, everything that needs the database, and the pages in a real browser. The last two
// use the embedded database, or the server that DATABASE_URL names, and run one file at a time.
// Two runs side by side, one for each database, must not draw at the same time: one draws first, the other last.
const drawsFirst = process.env.DATABASE_URL ? 1 : -1;
/** What is about the engine itself: the same whatever server is named. */
const ofTheEngine = process.env.DATABASE_URL ? ['test/server/db/embedded.test.ts', 'test/server/db/lock.test.ts'] : [];
const setupFiles = ['test/support/fast-check.ts'];
const oneByOne = { fileParallelism: false, testTimeout: 120_000, hookTimeout: 240_000 };

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles,
          isolate: false,
          include: ['test/geodata/**/*.test.ts', 'test/architecture.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'client',
          setupFiles,
          include: ['test/client/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'database',
          include: ['test/{server,sql}/**/*.test.ts', 'test/life-of-a-record.test.ts'],
          // The files of a run share what they import: loading it anew for each took longer than many of their tests.
          isolate: false,
          exclude: ofTheEngine,
          globalSetup: 'test/support/start-database.ts',
          sequence: { groupOrder: 2 },
          ...oneByOne,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          sequence: { groupOrder: 2 - drawsFirst },
          ...oneByOne,
        },
      },
    ],
  },
});

import { defineConfig } from 'vitest/config';

// Four kinds: pure functions, the client, everything that needs the database, and the pages in a real browser. The last two
// share one database (embedded, or DATABASE_URL) and therefore run one file at a time.
const database = {
  globalSetup: 'test/support/start-database.ts',
  fileParallelism: false,
  testTimeout: 120_000,
  hookTimeout: 240_000,
};

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/geodata/**/*.test.ts', 'test/*.test.ts'],
          exclude: ['test/life-of-a-record.test.ts'],
          testTimeout: 60_000,
        },
      },
      { test: { name: 'client', include: ['test/client/**/*.test.{ts,tsx}'], environment: 'jsdom' } },
      {
        test: {
          name: 'database',
          include: ['test/{server,sql}/**/*.test.ts', 'test/life-of-a-record.test.ts'],
          ...database,
        },
      },
      { test: { name: 'browser', include: ['test/browser/**/*.test.ts'], ...database } },
    ],
  },
});

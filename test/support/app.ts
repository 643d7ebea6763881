import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import type pg from 'pg';
import type { Dataset } from '../../geodata/model/dataset.ts';
import type { ImportReport } from '../../geodata/model/import-report.ts';
import { DEFAULT_PROFILE } from '../../geodata/tiers/profile.ts';
import { openDemoAccounts } from '../../server/access/demo-accounts.ts';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { declareDataset, declareShipped } from '../../server/dataset/datasets.ts';
import { openPool } from '../../server/db/database.ts';
import { openImportQueue } from '../../server/import/import-queue.ts';
import { openRun, runImport } from '../../server/import/run-import.ts';
import { openUploads } from '../../server/import/uploads.ts';
import { makeDatabase } from './make-database.ts';

export interface TestApp {
  readonly url: string;
  readonly db: pg.Pool;
  readonly express: Express;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at answers as a stranger would, and says what it expects.
  get(path: string): Promise<any>;
  import(dataset: Dataset, text: string): Promise<ImportReport>;
  stop(): Promise<void>;
}

export interface AppOptions {
  readonly clientFolder?: string | null;
  readonly access?: 'enforced' | 'open';
  readonly now?: () => Date;
  /** Settings beside the folder. */
  readonly env?: Readonly<Record<string, string>>;
  /** Runs before the server starts. */
  readonly prepare?: (db: pg.Pool) => Promise<unknown>;
  /** Whether the demo accounts are opened, if the data allow it. */
  readonly demo?: boolean;
}

/** The whole server but its process, over an empty database of its own. */
export async function startApp({
  clientFolder = null,
  access = 'open',
  now = () => new Date(),
  env = {},
  prepare = async () => {},
  demo = false,
}: AppOptions = {}): Promise<TestApp> {
  const database = await makeDatabase();
  const db = openPool(database.url, { max: database.kind === 'embedded' ? 1 : 10, onBroken: console.error });
  await declareShipped(db);
  await prepare(db);
  const config = readConfig({ DATA_DIR: database.dataDir, ...env });
  const queue = openImportQueue(db, openUploads(config.dataDir), config.countyCode);
  const app = createApp({
    context: { db, kind: database.kind, profile: DEFAULT_PROFILE, config },
    queue,
    clientFolder,
    access,
    now,
    demoAccounts: await openDemoAccounts(db, { wanted: demo, now: now() }),
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    db,
    express: app,
    async get(path) {
      const response = await fetch(url + path);
      const body = await response.json();
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(body)}`);
      return body;
    },
    async import(dataset, text) {
      const declared = await declareDataset(db, dataset);
      const bytes = (async function* () {
        yield new TextEncoder().encode(text);
      })();
      const file = { name: 'policies.csv', size: null, bytes };
      const runId = await openRun(db, { declared, file, synthetic: false });
      return runImport(db, { declared, file, runId, countyCode: '320581' });
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await queue.close();
      await db.end();
      await database.drop();
    },
  };
}

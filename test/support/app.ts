import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type pg from 'pg';
import type { Dataset } from '../../geodata/model/dataset.ts';
import type { ImportReport } from '../../geodata/model/import-report.ts';
import { DEFAULT_PROFILE } from '../../geodata/tiers/profile.ts';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { declareDataset, declareShipped } from '../../server/dataset/datasets.ts';
import { openPool } from '../../server/db/database.ts';
import { openImportQueue } from '../../server/import/import-queue.ts';
import { openRun, runImport } from '../../server/import/run-import.ts';
import { openUploads } from '../../server/import/uploads.ts';
import { openTrace, type Trace } from '../../server/trace/trace.ts';
import { makeDatabase } from './make-database.ts';

export interface TestApp {
  readonly url: string;
  readonly db: pg.Pool;
  readonly trace: Trace;
  readonly dataDir: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at answers as a stranger would, and says what it expects.
  get(path: string): Promise<any>;
  import(dataset: Dataset, text: string): Promise<ImportReport>;
  stop(): Promise<void>;
}

/** The whole server but its process, over an empty database of its own. */
export async function startApp({ clientFolder = null as string | null, audit = false } = {}): Promise<TestApp> {
  const database = await makeDatabase();
  const db = openPool(database.url, { max: database.kind === 'embedded' ? 1 : 10, onBroken: console.error });
  await declareShipped(db);
  const config = readConfig({ DATA_DIR: database.dataDir });
  const trace = openTrace(db, { algorithm: config.auditHash, anchorFile: config.auditAnchor });
  const queue = openImportQueue(db, openUploads(config.dataDir), config.countyCode);
  const app = createApp({
    context: { db, kind: database.kind, profile: DEFAULT_PROFILE, trace, config },
    queue,
    clientFolder,
    audit,
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    db,
    trace,
    dataDir: database.dataDir,
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
      await trace.close();
      await db.end();
      await database.drop();
    },
  };
}

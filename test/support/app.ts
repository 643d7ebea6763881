import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import type { Express } from 'express';
import type pg from 'pg';
import type { Dataset } from '../../geodata/model/dataset.ts';
import type { ImportReport } from '../../geodata/model/import-report.ts';
import { DEFAULT_PROFILE } from '../../geodata/tiers/profile.ts';
import { openDemoAccounts } from '../../server/access/demo-accounts.ts';
import { readingFrom } from '../../server/access/view.ts';
import { createApp } from '../../server/app.ts';
import { type AccessMode, readConfig } from '../../server/config.ts';
import { declareDataset, declareShipped } from '../../server/dataset/datasets.ts';
import { openPool } from '../../server/db/database.ts';
import { isReachable } from '../../server/db/is-reachable.ts';
import { openLog } from '../../server/edge/log.ts';
import { type Edge, openEdge } from '../../server/edge/open-edge.ts';
import { openHttpServer } from '../../server/edge/open-http-server.ts';
import { openImportQueue } from '../../server/import/import-queue.ts';
import { openSpaceCheck } from '../../server/import/require-space.ts';
import { openRun, runImport } from '../../server/import/run-import.ts';
import { openUploads } from '../../server/import/uploads.ts';
import { openTrace, type Trace } from '../../server/trace/trace.ts';
import { makeDatabase } from './make-database.ts';

export interface TestApp {
  readonly url: string;
  readonly db: pg.Pool;
  readonly express: Express;
  readonly edge: Edge;
  readonly trace: Trace;
  readonly dataDir: string;
  /** The lines that were logged so far, from level `info`. */
  readonly logged: () => Record<string, unknown>[];
  /** Every connection to the database breaks at once, as when it is restarted. */
  readonly restartDatabase: () => Promise<void>;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at answers as a stranger would, and says what it expects.
  get(path: string): Promise<any>;
  import(dataset: Dataset, text: string): Promise<ImportReport>;
  stop(): Promise<void>;
}

export interface TestAppOptions {
  readonly clientFolder?: string | null;
  readonly access?: AccessMode;
  /** Whether the audit log can be read. */
  readonly audit?: boolean;
  readonly now?: () => Date;
  /** Settings as they would stand in the environment; nobody's requests are limited unless they say so. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Runs before the server starts. */
  readonly prepare?: (db: pg.Pool) => Promise<unknown>;
  /** Whether the demo accounts are opened, if the data allow it. */
  readonly demo?: boolean;
  /** Where to listen; any free port when left out. */
  readonly port?: number;
}

const UNLIMITED = { SUNMAP_READS: '0', SUNMAP_READS_TOTAL: '0', SUNMAP_CHANGES: '0', SUNMAP_CHANGES_TOTAL: '0' };

/** The whole server but its process, over an empty database of its own. */
export async function startApp({
  clientFolder = null,
  access = 'open',
  audit = access === 'enforced',
  now = () => new Date(),
  settings = {},
  prepare = async () => {},
  demo = false,
  port = 0,
}: TestAppOptions = {}): Promise<TestApp> {
  const { statementLimit } = readConfig(settings);
  const database = await makeDatabase(settings.SUNMAP_STATEMENT_SECONDS === undefined ? {} : { statementLimit });
  const { kind, dataDir } = database;
  const config = readConfig({ DATA_DIR: dataDir, SUNMAP_LOG: 'info', ...UNLIMITED, ...settings });
  const lines: string[] = [];
  const log = openLog(config.edge.logLevel, collect(lines));
  const onBroken = (error: Error) => log.warn({ err: error }, 'a database connection broke');
  const limitsItself = kind === 'postgresql';
  const db = openPool(database.url, { max: limitsItself ? 10 : 1, statementLimit, limitsItself, onBroken });
  await declareShipped(db);
  await prepare(db);
  const edge = openEdge(config.edge, { kind, isReachable: () => isReachable(db), log });
  const trace = openTrace(db, { algorithm: config.auditHash, anchorFile: config.auditAnchor });
  const requireSpace = openSpaceCheck(dataDir, config.diskReserve);
  const queue = openImportQueue(db, {
    uploads: openUploads(dataDir, requireSpace),
    countyCode: config.countyCode,
    requireSpace,
    onEnd: (runId, failure) => {
      edge.metrics.importEnded(failure ? 'failed' : 'finished');
      if (failure) log.error({ runId, err: failure }, 'an import ended early');
    },
  });
  const context = { db, readAs: readingFrom(db), kind, profile: DEFAULT_PROFILE, trace, config, requireSpace };
  const demoAccounts = await openDemoAccounts(db, { wanted: demo, now: now() });
  const app = createApp({ context, queue, edge, clientFolder, access, audit, now, demoAccounts });
  const server = openHttpServer(app).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    db,
    express: app,
    edge,
    trace,
    dataDir,
    logged: () => lines.map((line) => JSON.parse(line)),
    restartDatabase: database.restart,
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
      return runImport(db, { declared, file, runId, countyCode: '320581', requireSpace });
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

const collect = (lines: string[]) =>
  new Writable({
    write(line, _encoding, done) {
      lines.push(String(line));
      done();
    },
  });

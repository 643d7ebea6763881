import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { hasAccounts } from './access/accounts.ts';
import { openDemoAccounts } from './access/demo-accounts.ts';
import { readingFrom } from './access/view.ts';
import { createApp } from './app.ts';
import { buildClient } from './build-client.ts';
import { CannotStart } from './cannot-start.ts';
import { type Config, readConfig } from './config.ts';
import { declareShipped } from './dataset/datasets.ts';
import { InUse } from './db/lock.ts';
import { maintain } from './db/maintain.ts';
import { openDatabase } from './db/open.ts';
import { DEMO, isEmpty, loadDemo } from './demo/load-demo.ts';
import { closeServer } from './edge/close-server.ts';
import { openLog } from './edge/log.ts';
import { type Edge, openEdge } from './edge/open-edge.ts';
import { openHttpServer } from './edge/open-http-server.ts';
import { serveMetrics } from './edge/serve-metrics.ts';
import { openImportQueue } from './import/import-queue.ts';
import { openSpaceCheck } from './import/require-space.ts';
import { openUploads } from './import/uploads.ts';
import { measureEverything } from './measure/measure-everything.ts';
import { loadProfile } from './measure/profile.ts';
import { servePublic } from './public/serve-public.ts';
import { startPublic } from './public/start-public.ts';
import { enterProfile } from './trace/enter-profile.ts';
import { systemOrigin } from './trace/system-origin.ts';
import { openTrace } from './trace/trace.ts';
import { version } from './version.ts';

const say = (sentence: string) => console.log(sentence);
const CLIENT = fileURLToPath(new URL('../dist/client/', import.meta.url));
const PUBLIC_CLIENT = fileURLToPath(new URL('../dist/public/', import.meta.url));

/** How long a request that is under way may take to finish when the server ends, and the database to close, in milliseconds. */
const FINISH_WITHIN = 10_000;

async function start(config: Config): Promise<void> {
  const profile = loadProfile(config.profileFile);
  const bundles = [buildClient(CLIENT, say), ...(config.serve === 'both' ? [buildPublicClient()] : [])];
  const building = Promise.all(bundles);
  building.catch(() => {});
  say(config.databaseUrl ? 'Opening the PostgreSQL database' : `Opening the embedded database in ${config.dataDir}`);
  const log = openLog(config.edge.logLevel);
  let edge: Edge | null = null;
  const database = await openDatabase(config, {
    onCrash: (error) => {
      console.error(`The embedded database is gone: ${error.message}. Start Sunmap again; what was committed is safe.`);
      process.exit(1);
    },
    onReplaced: (error) => {
      edge?.metrics.engineReplaced();
      log.error({ err: error }, 'the embedded database was replaced');
    },
    onBroken: (error) => log.warn({ err: error }, 'a database connection broke'),
  });
  edge = openEdge(config.edge, { ...database, log });
  const { metrics, readiness } = edge;
  const { pool: db } = database;
  const trace = openTrace(db, { algorithm: config.auditHash, anchorFile: config.auditAnchor });
  const origin = systemOrigin();
  await trace.look({ ...origin, action: 'server.start', after: { version } });
  await enterProfile(db, profile, { trace, origin });
  await declareShipped(db);
  if (config.demo && (await isEmpty(db))) {
    await trace.look({ ...origin, action: 'demo.load', after: DEMO });
    await loadDemo(db, { ...DEMO, answerFolder: join(config.dataDir, 'demo'), say });
  }
  await building;

  const requireSpace = openSpaceCheck(config.dataDir, config.diskReserve);
  const uploads = openUploads(config.dataDir, requireSpace);
  const stopForgetting = uploads.forgetOnSchedule((error) => log.warn({ err: error }, 'old uploads were not removed'));
  const queue = openImportQueue(db, {
    uploads,
    countyCode: config.countyCode,
    requireSpace,
    onEnd: (runId, failure) => {
      metrics.importEnded(failure ? 'failed' : 'finished');
      if (failure) log.error({ runId, err: failure }, 'an import ended early');
    },
  });
  const context = { db, readAs: readingFrom(db), kind: database.kind, profile, trace, config, requireSpace };
  const wanted = config.demo && config.accessMode === 'enforced';
  const demoAccounts = await openDemoAccounts(db, { wanted, now: new Date() });
  const app = createApp({ context, queue, edge, clientFolder: CLIENT, access: config.accessMode, demoAccounts });
  const server = openHttpServer(app);
  const figures = config.edge.metricsPort === null ? null : await serveMetrics(metrics, config.edge.metricsPort);
  const publicPages =
    config.serve === 'both' ? await servePublic({ config, staff: database, edge, clientFolder: PUBLIC_CLIENT }) : null;
  const { port } = await listen(server, config);
  const onFailed = (error: Error) => log.warn({ err: error }, 'the maintenance of the database failed');
  const stopMaintenance = database.kind === 'embedded' ? maintain(db, { isBusy: queue.isBusy, onFailed }) : () => {};

  const stop = async () => {
    process.once('SIGINT', () => process.exit(1));
    readiness.stop();
    publicPages?.stop();
    stopMaintenance();
    stopForgetting();
    await setTimeout(config.edge.drain);
    await Promise.all([closeServer(server, FINISH_WITHIN), publicPages?.close(FINISH_WITHIN), queue.close()]);
    figures?.close();
    await trace
      .look({ ...origin, action: 'server.stop' })
      .catch((error) => log.error({ err: error }, 'the stop was not entered in the audit log'));
    await trace.close();
    // A measurement that is under way holds a connection; what it has not committed is made again.
    await Promise.race([database.close(), setTimeout(FINISH_WITHIN)]);
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // Only now: whoever reads this may end the server at once, and it must end well.
  if (config.accessMode === 'enforced' && demoAccounts.length === 0 && !(await hasAccounts(db))) {
    say('Nobody can sign in yet: stop Sunmap and make the first administrator with npm run sunmap -- account create');
  }
  if (publicPages) say(`Public pages at ${publicPages.url}`);
  say(`Sunmap is ready at http://${config.host}:${port}`);
  // What a visitor asks for is measured when it is asked for; the rest beforehand, while nobody waits.
  measureEverything(db, { profile, say }).catch(
    (error) => readiness.isStopping() || log.error({ err: error }, 'measuring failed'),
  );
}

const buildPublicClient = () => buildClient(PUBLIC_CLIENT, say, 'public');

function listen(server: Server, { host, port }: Config): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

try {
  const config = readConfig();
  if (config.serve === 'public') {
    await startPublic(config, {
      clientFolder: PUBLIC_CLIENT,
      build: buildPublicClient,
      say,
      finishWithin: FINISH_WITHIN,
    });
  } else await start(config);
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') console.error('The port is taken: stop the other program, or choose another with PORT.');
  else if (error instanceof InUse || error instanceof CannotStart) console.error(message);
  else console.error('Sunmap could not start.', error);
  process.exit(1);
}

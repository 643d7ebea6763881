import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDemoAccounts } from './access/demo-accounts.ts';
import { createApp } from './app.ts';
import { buildClient } from './build-client.ts';
import { type Config, readConfig } from './config.ts';
import { declareShipped } from './dataset/datasets.ts';
import { InUse } from './db/lock.ts';
import { openDatabase } from './db/open.ts';
import { DEMO, isEmpty, loadDemo } from './demo/load-demo.ts';
import { openImportQueue } from './import/import-queue.ts';
import { openUploads } from './import/uploads.ts';
import { measureEverything } from './measure/measure-everything.ts';
import { loadProfile } from './measure/profile.ts';

const say = (sentence: string) => console.log(sentence);
const CLIENT = fileURLToPath(new URL('../dist/client/', import.meta.url));

/** A slow sender must not hold a connection for ever; an upload of 2 GB takes its time. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 30 * 60_000, connectionsCheckingInterval: 1_000 };

async function start(config: Config): Promise<void> {
  const profile = loadProfile(config.profileFile);
  const building = buildClient(CLIENT, say);
  building.catch(() => {});
  say(config.databaseUrl ? 'Opening the PostgreSQL database' : `Opening the embedded database in ${config.dataDir}`);
  const database = await openDatabase(config, (error) => {
    console.error(`The embedded database is gone: ${error.message}. Start Sunmap again; what was committed is safe.`);
    process.exit(1);
  });
  const { pool: db } = database;
  await declareShipped(db);
  if (config.demo && (await isEmpty(db)))
    await loadDemo(db, { ...DEMO, answerFolder: join(config.dataDir, 'demo'), say });
  await building;

  let stopping = false;
  const queue = openImportQueue(db, openUploads(config.dataDir), config.countyCode);
  const context = { db, kind: database.kind, profile, config };
  const demoAccounts = await openDemoAccounts(db, { wanted: config.demo, now: new Date() });
  const app = createApp({ context, queue, clientFolder: CLIENT, access: 'open', demoAccounts });
  const server = createServer(TIMEOUTS, app);
  const { port } = await listen(server, config);
  say(`Sunmap is ready at http://${config.host}:${port}`);
  // What a visitor asks for is measured when it is asked for; the rest beforehand, while nobody waits.
  measureEverything(db, { profile, say }).catch((error) => stopping || console.error('Measuring failed', error));

  const stop = async () => {
    stopping = true;
    process.once('SIGINT', () => process.exit(1));
    server.close();
    server.closeIdleConnections();
    await queue.close();
    server.closeAllConnections();
    await database.close();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function listen(server: Server, { host, port }: Config): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

try {
  await start(readConfig());
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') console.error('The port is taken: stop the other program, or choose another with PORT.');
  else if (error instanceof InUse) console.error(message);
  else console.error('Sunmap could not start.', error);
  process.exit(1);
}

// Plain JavaScript: a worker is not transformed by tsx or Vitest on Node 20.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

/** ReadyForQuery is a letter, a length of four bytes and a state. */
const READY_LENGTH = 6;

rememberLongKeys();
const db = await PGlite.create({ dataDir: workerData.dataDir, extensions: { postgis } });
guard(db);
// More than one connection is let in, since a new client may come before its predecessor is quite gone; the pool opens one.
const server = new PGLiteSocketServer({ db, path: workerData.socketPath, maxConnections: 8 });
await server.start();

parentPort.on('message', async (message) => {
  if (message !== 'stop') return;
  await server.stop();
  await db.close();
  parentPort.postMessage('stopped');
});
parentPort.postMessage('ready');

/**
 * To look up one function of a library the engine lists the names of all, many thousands: eight of the ten seconds of
 * `create extension postgis`. The names of a library do not change, and nothing else in this thread has as many.
 */
function rememberLongKeys() {
  const keysOf = Object.keys;
  const known = new WeakMap();
  Object.keys = (object) => {
    const remembered = known.get(object);
    if (remembered !== undefined) return remembered;
    const keys = keysOf(object);
    if (keys.length > 2_000) known.set(object, keys);
    return keys;
  };
}

/**
 * The engine swallows exceptions of its geometry library (electric-sql/pglite#916): the statement then ends without a word and
 * the transaction lives on. Every Query (Q) and Sync (S) of the protocol must be answered by ReadyForQuery (Z); one that is
 * not means that nothing this instance says can be trusted, so it ends, uncommitted, and another takes its place. When a message
 * begins is written where the thread that watches can read it while this one computes.
 */
function guard(engine) {
  const execute = engine.execProtocolRawStream.bind(engine);
  engine.execProtocolRawStream = async (message, options) => {
    let tail = Buffer.alloc(0);
    Atomics.store(workerData.began, 0, process.hrtime.bigint());
    try {
      await execute(message, {
        ...options,
        onRawData(data) {
          tail = Buffer.concat([tail, data.subarray(-READY_LENGTH)]).subarray(-READY_LENGTH);
          options.onRawData(data);
        },
      });
    } finally {
      Atomics.store(workerData.began, 0, 0n);
    }
    const asks = message[0] === 0x51 || message[0] === 0x53;
    if (asks && tail[0] !== 0x5a) throw fatal(new Error('the embedded engine left a statement without an answer'));
  };
}

/** Ends the worker with an uncaught error, which the socket server would otherwise keep to itself. */
function fatal(error) {
  setImmediate(() => {
    throw error;
  });
  return error;
}

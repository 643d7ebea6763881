import { type RequestHandler, Router } from 'express';

/** Whether a load balancer should send anybody here. */
export interface Readiness {
  /** The server is about to end. */
  stop(): void;
  isStopping(): boolean;
  isReady(): Promise<boolean>;
}

/** Probes come from several sides at once; one look a second serves them all. */
const REMEMBERED = 1_000;

export function openReadiness(isReachable: () => Promise<boolean>): Readiness {
  let stopping = false;
  let looked = { at: Number.NEGATIVE_INFINITY, found: Promise.resolve(false) };
  return {
    stop: () => {
      stopping = true;
    },
    isStopping: () => stopping,
    async isReady() {
      if (stopping) return false;
      const now = performance.now();
      if (now - looked.at > REMEMBERED) looked = { at: now, found: isReachable() };
      return (await looked.found) && !stopping;
    },
  };
}

/** `GET /api/ready`: 200 while requests can be answered, else 503. Not counted against anybody. */
export function ready(readiness: Readiness): Router {
  const router = Router();
  router.get('/api/ready', async (_req, res) => {
    const isReady = await readiness.isReady();
    if (!isReady) res.set('Retry-After', '5');
    res.status(isReady ? 200 : 503).json({ ready: isReady });
  });
  return router;
}

/** While the server ends, connections that are kept alive end with their next answer. */
export function closeWhenStopping(readiness: Readiness): RequestHandler {
  return (_req, res, next) => {
    if (readiness.isStopping()) res.set('Connection', 'close');
    next();
  };
}

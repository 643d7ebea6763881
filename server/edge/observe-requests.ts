import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

const HEADER = 'X-Request-Id';

/** Numbers every request, and when it is over says so in log and metrics. A number that the client sends is not listened to. */
export function observeRequests(log: Log, metrics: Metrics): RequestHandler {
  return (req, res, next) => {
    const began = performance.now();
    const sentBefore = req.socket.bytesWritten;
    res.set(HEADER, randomUUID());
    res.once('close', () => {
      const ms = performance.now() - began;
      const { method } = req;
      const route = routeOf(req);
      const status = res.statusCode;
      metrics.requested({ method, route, status, seconds: ms / 1_000 });
      const bytes = req.socket.bytesWritten - sentBefore;
      const whole = res.writableFinished;
      log.info({ id: requestIdOf(res), method, route, status, ms: Math.round(ms), bytes, whole }, 'request');
    });
    next();
  };
}

/** The number of the request that this answers, for logs and for people who report a fault. */
export function requestIdOf(res: Response): string {
  return String(res.getHeader(HEADER));
}

/** The pattern that matched, such as /api/areas; what was asked for may hold names and is written nowhere. */
function routeOf(req: Request): string {
  const pattern: unknown = req.route?.path;
  return typeof pattern === 'string' ? `${req.baseUrl}${pattern}` : 'none';
}

import type { Request, RequestHandler } from 'express';
import { Problem } from '../problem.ts';
import { clientAddress } from './client-address.ts';
import type { Metrics } from './metrics.ts';
import type { RateLimits } from './rate-limits.ts';

export interface LimitRatesOptions {
  readonly limits: RateLimits;
  readonly metrics: Metrics;
  /** Who is signed in; only known behind the door where sessions are read. */
  readonly accountOf?: (req: Request) => string | null;
}

/** Refuses with 429 and the time to wait whoever asks too often. */
export function limitRates({ limits, metrics, accountOf = () => null }: LimitRatesOptions): RequestHandler {
  return async (req, res, next) => {
    const kind = req.method === 'GET' || req.method === 'HEAD' ? 'read' : 'change';
    const refusal = await limits.take(kind, { address: clientAddress(req), account: accountOf(req) });
    if (!refusal) return next();
    metrics.limited(kind, refusal.scope);
    res.set('Retry-After', String(refusal.retryAfter));
    throw new Problem(
      429,
      `请求过于频繁，请在 ${refusal.retryAfter} 秒后再试。 Too many requests; try again in ${refusal.retryAfter} seconds.`,
    );
  };
}

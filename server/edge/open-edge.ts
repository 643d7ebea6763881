import { type Log, openLog } from './log.ts';
import { type Metrics, openMetrics } from './metrics.ts';
import { openRateLimits, type RateLimits } from './rate-limits.ts';
import { openReadiness, type Readiness } from './readiness.ts';
import type { EdgeSettings } from './settings.ts';

/** What stands between the world and the routes; several apps of one process share it. */
export interface Edge {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly limits: RateLimits;
  readonly readiness: Readiness;
  readonly trustedProxies: readonly string[];
}

export interface EdgeOptions {
  readonly kind: string;
  readonly isReachable: () => Promise<boolean>;
  readonly log?: Log;
}

export function openEdge(settings: EdgeSettings, { kind, isReachable, log }: EdgeOptions): Edge {
  return {
    log: log ?? openLog(settings.logLevel),
    metrics: openMetrics({ kind, ofProcess: settings.metricsPort !== null }),
    limits: openRateLimits(settings.budgets),
    readiness: openReadiness(isReachable),
    trustedProxies: settings.trustedProxies,
  };
}

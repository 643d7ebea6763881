import type { Edge } from '../edge/open-edge.ts';
import { openRateLimits } from '../edge/rate-limits.ts';
import { openReadiness } from '../edge/readiness.ts';
import type { EdgeSettings } from '../edge/settings.ts';

/**
 * The edge of the public entry point: counts of its own, so that a crowd of visitors uses up nothing of the staff's, and lines
 * and figures that say where they are from.
 */
export function openPublicEdge(
  { log, metrics, trustedProxies }: Pick<Edge, 'log' | 'metrics' | 'trustedProxies'>,
  { budgets }: EdgeSettings,
  isReachable: () => Promise<boolean>,
): Edge {
  return {
    log: log.child({ entry: 'public' }),
    metrics: {
      ...metrics,
      requested: (request) => metrics.requested({ ...request, route: `public ${request.route}` }),
    },
    limits: openRateLimits(budgets),
    readiness: openReadiness(isReachable),
    trustedProxies,
  };
}

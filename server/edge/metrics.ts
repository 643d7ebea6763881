import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What is counted. Labels are words of ours (route patterns, statuses), never what somebody sent. */
export interface Metrics {
  requested(request: { method: string; route: string; status: number; seconds: number }): void;
  limited(kind: string, scope: string): void;
  databaseFailed(): void;
  engineReplaced(): void;
  importEnded(state: 'finished' | 'failed'): void;
  /** Everything in the text format of Prometheus. */
  print(): Promise<string>;
  readonly contentType: string;
}

/** In seconds: from an answer out of memory to the longest statement. */
const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120];

export interface MetricsOptions {
  readonly kind: string;
  /** Also those of the process: memory, event loop, garbage collection. They cost a timer. */
  readonly ofProcess: boolean;
}

export function openMetrics({ kind, ofProcess }: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (ofProcess) collectDefaultMetrics({ register: registry });
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Counter({ name: `sunmap_${name}`, help, labelNames, registers });
  const requests = counter('http_requests_total', 'Answered requests', ['method', 'route', 'status']);
  const durations = new Histogram({
    name: 'sunmap_http_request_seconds',
    help: 'From the first byte of a request to the end of its answer',
    labelNames: ['method', 'route'],
    buckets: BUCKETS,
    registers,
  });
  const limited = counter('rate_limited_total', 'Requests refused for their number', ['kind', 'scope']);
  const failed = counter('database_unavailable_total', 'Requests refused because the database could not answer');
  const replaced = counter('engine_replacements_total', 'Times the embedded database was replaced after a fault');
  const imports = counter('imports_total', 'Imports through the page that ended', ['state']);
  new Gauge({ name: 'sunmap_database', help: 'Which database is used', labelNames: ['kind'], registers }).set(
    { kind },
    1,
  );
  return {
    requested({ method, route, status, seconds }) {
      requests.inc({ method, route, status: String(status) });
      durations.observe({ method, route }, seconds);
    },
    limited: (kind, scope) => limited.inc({ kind, scope }),
    databaseFailed: () => failed.inc(),
    engineReplaced: () => replaced.inc(),
    importEnded: (state) => imports.inc({ state }),
    print: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

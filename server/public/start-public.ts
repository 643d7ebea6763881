import { setTimeout } from 'node:timers/promises';
import { CannotStart } from '../cannot-start.ts';
import type { Config } from '../config.ts';
import { openLog } from '../edge/log.ts';
import { openMetrics } from '../edge/metrics.ts';
import { serveMetrics } from '../edge/serve-metrics.ts';
import { servePublic } from './serve-public.ts';

export interface StartPublicOptions {
  readonly clientFolder: string;
  /** Builds the pages where they are not built yet. */
  readonly build: () => Promise<void>;
  readonly say: (sentence: string) => void;
  /** How long a request that is under way may take to finish when the server ends, in milliseconds. */
  readonly finishWithin: number;
}

/** The public pages in a process of their own: it migrates nothing, imports nothing and knows no account. */
export async function startPublic(config: Config, options: StartPublicOptions): Promise<void> {
  const { clientFolder, build, say, finishWithin } = options;
  const { metricsPort, trustedProxies, logLevel, drain } = config.edge;
  const edge = {
    log: openLog(logLevel),
    metrics: openMetrics({ kind: 'postgresql', ofProcess: metricsPort !== null }),
    trustedProxies,
  };
  if (config.publicPages.port === null) {
    throw new CannotStart('SUNMAP_SERVE=public and SUNMAP_PUBLIC_PORT=off leave nothing to serve: change one of them.');
  }
  await build();
  const server = await servePublic({ config, staff: null, edge, clientFolder });
  if (server === null) return;
  const figures = metricsPort === null ? null : await serveMetrics(edge.metrics, metricsPort);

  const stop = async () => {
    process.once('SIGINT', () => process.exit(1));
    server.stop();
    await setTimeout(drain);
    await server.close(finishWithin);
    figures?.close();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  say(`Public pages at ${server.url}`);
}

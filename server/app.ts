import compression from 'compression';
import express, { type Express } from 'express';
import { answerProblems } from './api/answer-problems.ts';
import { area } from './api/area.ts';
import { areas } from './api/areas.ts';
import { boundaries } from './api/boundaries.ts';
import { cells } from './api/cells.ts';
import type { Context } from './api/context.ts';
import { datasets } from './api/datasets.ts';
import { health } from './api/health.ts';
import { imports } from './api/imports.ts';
import { records } from './api/records.ts';
import { refuseForeignOrigin } from './api/refuse-foreign-origin.ts';
import { limitBodyTime } from './edge/limit-body-time.ts';
import { limitRates } from './edge/limit-rates.ts';
import { observeRequests } from './edge/observe-requests.ts';
import type { Edge } from './edge/open-edge.ts';
import { closeWhenStopping, ready } from './edge/readiness.ts';
import { refuseOddAddress } from './edge/refuse-odd-address.ts';
import { setHeaders } from './edge/set-headers.ts';
import type { ImportQueue } from './import/import-queue.ts';
import { pages } from './pages.ts';
import { Problem } from './problem.ts';

export interface AppParts {
  readonly context: Context;
  readonly queue: ImportQueue;
  readonly edge: Edge;
  /** The folder of the built client; null serves the API alone. */
  readonly clientFolder: string | null;
}

export function createApp({ context, queue, edge, clientFolder }: AppParts): Express {
  const { log, metrics, limits, readiness } = edge;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', edge.trustedProxies);
  app.use(observeRequests(log, metrics), setHeaders(), limitBodyTime(), closeWhenStopping(readiness));
  app.use(ready(readiness));
  app.use('/api', limitRates({ limits, metrics }));
  app.use(refuseOddAddress, refuseForeignOrigin, compression());
  app.use(health(context));
  app.use(datasets(context));
  app.use(areas(context));
  app.use(area(context));
  app.use(boundaries(context));
  app.use(cells(context));
  app.use(records(context));
  app.use(imports(context, queue));
  app.use('/api', () => {
    throw new Problem(404, 'There is no such address in the API.');
  });
  if (clientFolder) app.use(pages(clientFolder));
  app.use(answerProblems(edge));
  return app;
}

import compression from 'compression';
import express, { type Express } from 'express';
import { answerProblems } from '../api/answer-problems.ts';
import { refuseForeignOrigin } from '../api/refuse-foreign-origin.ts';
import type { OpenDatabase } from '../db/open.ts';
import { limitBodyTime } from '../edge/limit-body-time.ts';
import { limitRates } from '../edge/limit-rates.ts';
import { observeRequests } from '../edge/observe-requests.ts';
import type { Edge } from '../edge/open-edge.ts';
import { closeWhenStopping, ready } from '../edge/readiness.ts';
import { refuseOddAddress } from '../edge/refuse-odd-address.ts';
import { setHeaders } from '../edge/set-headers.ts';
import { pages } from '../pages.ts';
import { areas } from './areas.ts';
import { notice } from './notice.ts';
import { openPublicView } from './open-public-view.ts';
import { places } from './places.ts';
import type { PublicContext } from './public-context.ts';
import { refuseTheRest, refuseUnlisted } from './refuse-unlisted.ts';

export interface PublicAppParts {
  readonly pool: OpenDatabase['pool'];
  readonly edge: Edge;
  /** The folder of the built public pages; null serves the API alone. */
  readonly clientFolder: string | null;
  readonly now?: () => Date;
}

/** What everybody may reach: no accounts, no cookies, nothing to change, one role of the database that reads what is disclosed. */
export function createPublicApp({ pool, edge, clientFolder, now = () => new Date() }: PublicAppParts): Express {
  const { log, metrics, limits, readiness } = edge;
  const context: PublicContext = { view: (work) => openPublicView(pool, work), now };
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', edge.trustedProxies);
  app.use(
    observeRequests(log, metrics),
    setHeaders({ geolocation: true }),
    limitBodyTime(),
    closeWhenStopping(readiness),
  );
  app.use(refuseUnlisted);
  app.use(ready(readiness));
  app.use('/api', limitRates({ limits, metrics }));
  app.use(refuseOddAddress, refuseForeignOrigin, compression());
  app.use(notice(context));
  app.use(areas(context));
  app.use(places(context));
  if (clientFolder) app.use(pages(clientFolder, '/'));
  app.use(refuseTheRest);
  app.use(answerProblems(edge));
  return app;
}

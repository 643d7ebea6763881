import compression from 'compression';
import express, { type Express } from 'express';
import type { DemoAccount } from '../geodata/model/account.ts';
import type { Access } from './access/access.ts';
import { guard } from './access/guard.ts';
import { openKeyring } from './access/keyring.ts';
import { nameActor } from './access/name-actor.ts';
import { openProvider } from './access/provider/provider.ts';
import { accounts } from './api/accounts.ts';
import { addressDecisions } from './api/address-decisions.ts';
import { addresses } from './api/addresses.ts';
import { answerProblems } from './api/answer-problems.ts';
import { area } from './api/area.ts';
import { areas } from './api/areas.ts';
import { audit } from './api/audit.ts';
import { boundaries } from './api/boundaries.ts';
import { cells } from './api/cells.ts';
import type { Context } from './api/context.ts';
import { crs } from './api/crs.ts';
import { datasets } from './api/datasets.ts';
import { exports } from './api/exports.ts';
import { health } from './api/health.ts';
import { importRuns } from './api/import-runs.ts';
import { imports } from './api/imports.ts';
import { operators } from './api/operators.ts';
import { provider } from './api/provider.ts';
import { records } from './api/records.ts';
import { refuseForeignOrigin } from './api/refuse-foreign-origin.ts';
import { reveal } from './api/reveal.ts';
import { scopes } from './api/scopes.ts';
import { secondFactor } from './api/second-factor.ts';
import { session } from './api/session.ts';
import type { AccessMode } from './config.ts';
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
import { openAtlasKeeper } from './review/atlas-keeper.ts';

export interface AppParts {
  readonly context: Context;
  readonly queue: ImportQueue;
  readonly edge: Edge;
  /** The folder of the built client; null serves the API alone. */
  readonly clientFolder: string | null;
  /** Whether the policy of server/access holds; `open` lets everybody at the business data. */
  readonly access: AccessMode;
  readonly demoAccounts?: readonly DemoAccount[];
  /** Whether the audit log can be read here: where nobody but the audit administrator gets in. */
  readonly audit?: boolean;
  /** What time it is for sessions; tests have a clock of their own. */
  readonly now?: () => Date;
}

export function createApp({ context, queue, edge, clientFolder, ...parts }: AppParts): Express {
  const { log, metrics, limits, readiness } = edge;
  const settings = context.config.access;
  const access: Access = {
    db: context.db,
    settings,
    mode: parts.access,
    keyring: openKeyring(settings),
    trace: context.trace,
    provider: settings.provider && openProvider(settings.provider),
    now: parts.now ?? (() => new Date()),
    demoAccounts: parts.demoAccounts ?? [],
  };
  const withAudit = parts.audit ?? parts.access === 'enforced';
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', edge.trustedProxies);
  app.use(observeRequests(log, metrics), setHeaders(), limitBodyTime(), closeWhenStopping(readiness));
  app.use(ready(readiness));
  app.use('/api', limitRates({ limits, metrics }));
  app.use(refuseOddAddress, refuseForeignOrigin);
  app.use(guard(access), nameActor, compression());
  app.use(session(access));
  app.use(provider(access, log));
  app.use(secondFactor(access));
  app.use(accounts(access));
  app.use(scopes(access));
  app.use(health(context));
  app.use(datasets(context));
  app.use(crs(context));
  app.use(areas(context));
  app.use(area(context));
  app.use(boundaries(context));
  app.use(cells(context));
  app.use(operators(context));
  app.use(records(context));
  app.use(reveal(context));
  app.use(exports(context));
  app.use(imports(context, queue));
  app.use(importRuns(context, queue));
  const keeper = openAtlasKeeper();
  app.use(addresses(context, keeper));
  app.use(addressDecisions(context, keeper));
  if (withAudit) app.use(audit(context));
  app.use('/api', () => {
    throw new Problem(404, 'There is no such address in the API.');
  });
  if (clientFolder) app.use(pages(clientFolder));
  app.use(answerProblems(edge));
  return app;
}

import compression from 'compression';
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { DemoAccount } from '../geodata/model/account.ts';
import type { Access } from './access/access.ts';
import { guard } from './access/guard.ts';
import { openKeyring } from './access/keyring.ts';
import { accounts } from './api/accounts.ts';
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
import { secondFactor } from './api/second-factor.ts';
import { session } from './api/session.ts';
import type { ImportQueue } from './import/import-queue.ts';
import { pages } from './pages.ts';
import { Problem } from './problem.ts';

export interface AppParts {
  readonly context: Context;
  readonly queue: ImportQueue;
  /** The folder of the built client; null serves the API alone. */
  readonly clientFolder: string | null;
  /** Whether the policy of server/access holds; `open` lets everybody do everything. */
  readonly access: 'enforced' | 'open';
  readonly demoAccounts?: readonly DemoAccount[];
  /** What time it is for sessions; tests have a clock of their own. */
  readonly now?: () => Date;
}

export function createApp({ context, queue, clientFolder, access: mode, demoAccounts = [], now }: AppParts): Express {
  const settings = context.config.access;
  const access: Access = {
    db: context.db,
    settings,
    keyring: openKeyring(settings),
    now: now ?? (() => new Date()),
    demoAccounts,
  };
  const app = express();
  app.disable('x-powered-by');
  app.use(
    helmet({ contentSecurityPolicy: { useDefaults: false, directives: POLICY }, strictTransportSecurity: false }),
  );
  app.use(refuseForeignOrigin);
  app.use(guard(access, mode));
  app.use(compression());
  app.use(session(access));
  app.use(secondFactor(access));
  app.use(accounts(access));
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
  app.use(answerProblems);
  return app;
}

/** Nothing comes from anywhere but this server; MapLibre and the charts set style attributes. */
const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  workerSrc: ["'self'"],
  connectSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  styleSrc: ["'self'"],
  styleSrcAttr: ["'unsafe-inline'"],
  fontSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  objectSrc: ["'none'"],
};

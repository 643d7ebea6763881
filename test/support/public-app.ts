import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { readConfig } from '../../server/config.ts';
import { isReachable } from '../../server/db/is-reachable.ts';
import { openHttpServer } from '../../server/edge/open-http-server.ts';
import { createPublicApp } from '../../server/public/create-public-app.ts';
import { openPublicEdge } from '../../server/public/open-public-edge.ts';
import type { TestApp } from './app.ts';

export interface PublicTestApp {
  readonly url: string;
  readonly express: Express;
  readonly stop: () => Promise<void>;
}

/** The public entry point beside that of the staff, over the same database, as one process has them. */
export async function startPublicApp(
  { db, edge }: Pick<TestApp, 'db' | 'edge'>,
  options: {
    readonly clientFolder?: string | null;
    readonly now?: () => Date;
    readonly settings?: Readonly<Record<string, string>>;
  } = {},
): Promise<PublicTestApp> {
  const { clientFolder = null, now = () => new Date(), settings = {} } = options;
  const config = readConfig({ SUNMAP_READS: '0', SUNMAP_READS_TOTAL: '0', ...settings });
  const publicEdge = openPublicEdge(edge, config.edge, () => isReachable(db));
  const express = createPublicApp({ pool: db, edge: publicEdge, clientFolder, now });
  const server = openHttpServer(express).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    express,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

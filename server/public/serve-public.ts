import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CannotStart } from '../cannot-start.ts';
import type { Config } from '../config.ts';
import type { OpenDatabase } from '../db/open.ts';
import { closeServer } from '../edge/close-server.ts';
import type { Edge } from '../edge/open-edge.ts';
import { openHttpServer } from '../edge/open-http-server.ts';
import { createPublicApp } from './create-public-app.ts';
import { openPublicDatabase } from './open-public-database.ts';
import { openPublicEdge } from './open-public-edge.ts';
import { requireWall } from './require-wall.ts';

export interface PublicServer {
  readonly url: string;
  /** Says that it is not ready any more; still answers. */
  readonly stop: () => void;
  /** Lets what is under way finish within so many milliseconds and gives its connections back. */
  readonly close: (within: number) => Promise<void>;
}

export interface PublicParts {
  readonly config: Pick<Config, 'databaseUrl' | 'statementLimit' | 'publicPages' | 'edge'>;
  /** The database that this process has open for the staff; null in a process of its own. */
  readonly staff: OpenDatabase | null;
  /** Log, figures and proxies are shared; counts and readiness are the public's own. */
  readonly edge: Pick<Edge, 'log' | 'metrics' | 'trustedProxies'>;
  readonly clientFolder: string | null;
}

/**
 * Opens the public pages; null where they are switched off. Rejects with `CannotStart` when the port is taken, the database is
 * too old, or the public could reach more than it should.
 */
export async function servePublic({ config, staff, edge, clientFolder }: PublicParts): Promise<PublicServer | null> {
  const { port, host, databaseUrl } = config.publicPages;
  if (port === null) return null;
  const onBroken = (error: Error) => edge.log.warn({ err: error }, 'a database connection of the public broke');
  const { pool, isReachable, close } = openPublicDatabase(config, staff, onBroken);
  try {
    await requireWall(pool, { ownLogin: databaseUrl !== null });
    const publicEdge = openPublicEdge(edge, config.edge, isReachable);
    const server = openHttpServer(createPublicApp({ pool, edge: publicEdge, clientFolder }));
    const address = await listen(server, port, host);
    return {
      url: `http://${host}:${address.port}`,
      stop: publicEdge.readiness.stop,
      close: async (within) => {
        await closeServer(server, within);
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new CannotStart(
              `The port ${port} of the public pages is taken: stop the other program, choose another with SUNMAP_PUBLIC_PORT, or switch them off with SUNMAP_PUBLIC_PORT=off.`,
            )
          : error,
      ),
    );
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

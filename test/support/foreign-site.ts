import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ForeignSite {
  /** Another origin of the same site: browsers send our cookies along from there. */
  readonly neighbour: string;
  /** Another site altogether. */
  readonly stranger: string;
  readonly stop: () => Promise<void>;
}

/** A server that is not ours, with empty pages that may do whatever a browser lets them. */
export async function startForeignSite(): Promise<ForeignSite> {
  const server = createServer((_req, res) => {
    res
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end('<!doctype html><title>elsewhere</title><p>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    neighbour: `http://127.0.0.1:${port}`,
    stranger: `http://localhost:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

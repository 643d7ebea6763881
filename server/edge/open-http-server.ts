import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';

/**
 * Whoever sends the head of a request slowly is cut off within nine seconds (answer 408). The limit for a whole request is that
 * of an upload of 2 GB; limit-body-time.ts sets a shorter one for all others.
 */
const LIMITS: ServerOptions = {
  headersTimeout: 8_000,
  requestTimeout: 30 * 60_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 5_000,
  maxHeaderSize: 16 * 1024,
};

export function openHttpServer(listener: RequestListener): Server {
  return createServer(LIMITS, listener);
}

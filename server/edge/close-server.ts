import type { Server } from 'node:http';

/** Takes no more connections and lets what is under way finish; after `limit` milliseconds the rest is cut off. */
export async function closeServer(server: Server, limit: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const overdue = setTimeout(() => server.closeAllConnections(), limit);
  await closed;
  clearTimeout(overdue);
}

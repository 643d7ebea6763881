import type { PublicApi } from '../../geodata/model/public-api.ts';

/** What the server said when it did not answer; the status tells whether asking again helps. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}

/** Asks the public API; sends no cookie. Throws `Refused`, or a TypeError when the server cannot be reached. */
export async function ask<Path extends keyof PublicApi>(
  path: Path,
  query: PublicApi[Path]['query'],
  signal?: AbortSignal,
): Promise<PublicApi[Path]['body']> {
  return (await fetchJson(path, query, signal)) as PublicApi[Path]['body'];
}

/** As `ask`, for an answer that the caller knows the shape of. */
export async function fetchJson(path: string, query: object, signal?: AbortSignal): Promise<unknown> {
  const search = new URLSearchParams(query as Record<string, string>);
  const response = await fetch(search.size === 0 ? path : `${path}?${search}`, {
    credentials: 'omit',
    signal: signal ?? null,
  });
  if (!response.ok) throw new Refused(response.status);
  return response.json();
}

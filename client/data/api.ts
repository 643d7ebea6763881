import type { Api, Posts } from '../../geodata/model/api.ts';

/** What the server said when it could not answer. `message` is its sentence for people. */
export class ApiError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Asks the server. Throws ApiError with its sentence, or a TypeError when it cannot be reached. */
export async function get<Path extends keyof Api>(
  path: Path,
  query: Api[Path]['query'],
  signal?: AbortSignal,
): Promise<Api[Path]['body']> {
  const response = await fetch(addressOf(path, query), { signal: signal ?? null });
  return (await answerOf(response)) as Api[Path]['body'];
}

/** Posts JSON to the server; files go through upload.ts, which shows progress. */
export async function post<Path extends keyof Posts>(
  path: Path,
  request: Posts[Path]['request'],
): Promise<Posts[Path]['body']> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  return (await answerOf(response)) as Posts[Path]['body'];
}

/** A path with its query, without what is undefined or null; keys in order, so that equal questions are equal addresses. */
export function addressOf(path: string, query: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (value !== undefined && value !== null) search.set(name, String(value));
  }
  return search.size === 0 ? path : `${path}?${search}`;
}

async function answerOf(response: Response): Promise<unknown> {
  if (!response.ok) throw new ApiError(response.status, await sentenceOf(response));
  return response.json();
}

async function sentenceOf(response: Response): Promise<string> {
  try {
    const body: unknown = await response.json();
    if (typeof body === 'object' && body !== null && 'error' in body) return String(body.error);
  } catch {
    // A proxy's error page is not JSON; the status has to do.
  }
  return `HTTP ${response.status}`;
}

import type { SessionRow, SessionState } from '../../geodata/model/account.ts';
import type { Api, Failure, Posts } from '../../geodata/model/api.ts';

/** What the server said when it could not answer. `message` is its sentence for people. */
export class ApiError extends Error {
  readonly status: number;
  /** Under which its log tells what happened; null when the mistake was not the server's. */
  readonly incident: string | null;
  /** Whether signing in wants a code of the second factor as well. */
  readonly needsCode: boolean;

  constructor(status: number, { error, requestId, needs }: Partial<Failure>) {
    super(error ?? `HTTP ${status}`);
    this.status = status;
    this.incident = requestId ?? null;
    this.needsCode = needs === 'code';
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

/** Who is signed in, as the server sees it. */
export async function getSession(signal?: AbortSignal): Promise<SessionState> {
  return (await answerOf(await fetch('/api/session', { signal: signal ?? null }))) as SessionState;
}

/** Where the account is signed in. */
export async function getSessions(signal?: AbortSignal): Promise<SessionRow[]> {
  return (await answerOf(await fetch('/api/session/all', { signal: signal ?? null }))) as SessionRow[];
}

/** Posts JSON to the server; files go through upload.ts, which shows progress. */
export async function post<Path extends keyof Posts>(
  path: Path,
  request: Posts[Path]['request'],
): Promise<Posts[Path]['body']> {
  return ask<Posts[Path]['body']>('POST', path, request as object);
}

/** Asks for a change; the body travels as JSON. Throws as `get` does. */
export async function ask<Answer>(method: 'POST' | 'DELETE', path: string, body?: object): Promise<Answer> {
  const response = await fetch(path, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return (await answerOf(response)) as Answer;
}

/** A path with its query, without what is undefined or null; keys in order, so that equal questions are equal addresses. */
export function addressOf(path: string, query: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (value !== undefined && value !== null) search.set(name, String(value));
  }
  return search.size === 0 ? path : `${path}?${search}`;
}

/** Tries an address that leads the browser elsewhere, without following. Throws as `get` does when it does not lead anywhere. */
export async function knock(path: string): Promise<void> {
  const response = await fetch(path, { redirect: 'manual' });
  if (response.type !== 'opaqueredirect') throw errorOf(response.status, await response.json().catch(() => null));
}

async function answerOf(response: Response): Promise<unknown> {
  // A proxy's error page is not JSON; the status has to do.
  if (!response.ok) throw errorOf(response.status, await response.json().catch(() => null));
  return response.json();
}

/** What an answer with a status of 400 and above says. */
export function errorOf(status: number, body: unknown): ApiError {
  return new ApiError(status, typeof body === 'object' && body !== null ? body : {});
}

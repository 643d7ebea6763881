import { ApiError, errorOf } from '../data/api.ts';
import type { Numbered, Reply } from './worker-call.ts';

interface Answered<Answer> {
  readonly answer: Answer;
  /** Buffers that move to the page instead of being copied. */
  readonly moved: Transferable[];
}

/** The worker's side of worker-call.ts: answers every request, and turns what is thrown into a reply. */
export function answerCalls<Request, Answer>(answer: (request: Request) => Promise<Answered<Answer>>): void {
  addEventListener('message', async ({ data: { id, request } }: MessageEvent<Numbered<Request>>) => {
    try {
      const { answer: answered, moved } = await answer(request);
      postMessage({ id, answer: answered } satisfies Reply<Answer>, { transfer: moved });
    } catch (error) {
      const { status, incident } = error instanceof ApiError ? error : { status: 0, incident: null };
      postMessage({
        id,
        error: error instanceof Error ? error.message : String(error),
        status,
        incident,
      } satisfies Reply<Answer>);
    }
  });
}

/** Fetches, or throws with the server's sentence. */
export async function fetchOrThrow(address: string): Promise<Response> {
  const response = await fetch(address);
  if (response.ok) return response;
  throw errorOf(response.status, await response.json().catch(() => null));
}

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
      const status = error instanceof FetchError ? error.status : 0;
      postMessage({
        id,
        error: error instanceof Error ? error.message : String(error),
        status,
      } satisfies Reply<Answer>);
    }
  });
}

/** Fetches, or throws with the server's sentence. */
export async function fetchOrThrow(address: string): Promise<Response> {
  const response = await fetch(address);
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => null);
  const sentence = typeof body === 'object' && body !== null && 'error' in body ? String(body.error) : null;
  throw new FetchError(sentence ?? `HTTP ${response.status}`, response.status);
}

class FetchError extends Error {
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

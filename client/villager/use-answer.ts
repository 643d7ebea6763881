import { useEffect, useState } from 'react';
import type { PublicApi } from '../../geodata/model/public-api.ts';
import { ask, Refused } from './ask.ts';

export interface Answer<Body> {
  /** Null until there is one. */
  readonly body: Body | null;
  readonly failed: boolean;
  /** The server knows nothing of what was asked. */
  readonly missing: boolean;
  readonly retry: () => void;
}

/** The answer of the public API to a question; null asks nothing. A former answer stays until the next is there. */
export function useAnswer<Path extends keyof PublicApi>(
  path: Path,
  query: PublicApi[Path]['query'] | null,
): Answer<PublicApi[Path]['body']> {
  const question = query === null ? null : JSON.stringify(query);
  const [attempt, setAttempt] = useState(0);
  const [body, setBody] = useState<PublicApi[Path]['body'] | null>(null);
  const [failure, setFailure] = useState<'failed' | 'missing' | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same again.
  useEffect(() => {
    if (question === null) return setBody(null);
    const over = new AbortController();
    ask(path, JSON.parse(question), over.signal).then(
      (answer) => {
        setBody(answer);
        setFailure(null);
      },
      (error) => {
        if (over.signal.aborted) return;
        setBody(null);
        setFailure(error instanceof Refused && error.status === 404 ? 'missing' : 'failed');
      },
    );
    return () => over.abort();
  }, [path, question, attempt]);
  return {
    body,
    failed: failure === 'failed',
    missing: failure === 'missing',
    retry: () => {
      setFailure(null);
      setAttempt((count) => count + 1);
    },
  };
}

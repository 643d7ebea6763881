import type { Answer } from './use-answer.ts';
import { useWords } from './use-words.ts';

/** In place of an answer: that it is on its way, or that it did not come and how to ask again. */
export function TryAgain({ answer: { failed, retry } }: { answer: Pick<Answer<unknown>, 'failed' | 'retry'> }) {
  const { words } = useWords();
  if (!failed) return <p role="status">{words.loading}</p>;
  return (
    <p role="alert">
      {words.failed}{' '}
      <button type="button" onClick={retry}>
        {words.retry}
      </button>
    </p>
  );
}

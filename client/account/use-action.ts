import { useCallback, useState } from 'react';

export interface Action {
  readonly busy: boolean;
  readonly error: Error | null;
  /** Runs the work once at a time; true when it succeeded. */
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>;
}

/** A button's work: under way, done, or the error to be shown beside it. */
export function useAction(): Action {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const run = useCallback(async (work: () => Promise<unknown>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
      return true;
    } catch (cause) {
      setError(cause as Error);
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  return { busy, error, run };
}

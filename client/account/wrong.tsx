import { useText } from '../text/use-text.ts';

/** Why it did not work, in the server's sentence, said aloud by readers of the screen. */
export function Wrong({ error }: { error: Error | null }) {
  const { t } = useText();
  if (!error) return null;
  return (
    <p className="wrong" role="alert">
      {error instanceof TypeError ? t('state.unreachable') : error.message}
    </p>
  );
}

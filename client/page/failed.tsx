import { useText } from '../text/use-text.ts';

/** What went wrong in the server's own sentence, and a way to ask again. */
export function Failed({ error, retry }: { error: Error; retry: () => unknown }) {
  const { t } = useText();
  return (
    <div className="failed" role="alert">
      <strong>{t('state.failed')}</strong>
      <p>{error instanceof TypeError ? t('state.unreachable') : error.message}</p>
      <button type="button" className="button" onClick={() => retry()}>
        {t('state.retry')}
      </button>
    </div>
  );
}

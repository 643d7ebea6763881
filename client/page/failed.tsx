import { useText } from '../text/use-text.ts';

/** What went wrong in the server's own sentence, the number to report it under, and a way to ask again. */
export function Failed({ error, retry }: { error: Error; retry: () => unknown }) {
  const { t } = useText();
  const incident = incidentOf(error);
  return (
    <div className="failed" role="alert">
      <strong>{t('state.failed')}</strong>
      <p>{error instanceof TypeError ? t('state.unreachable') : error.message}</p>
      {incident !== null && <p className="incident">{t('state.incident', { incident })}</p>}
      <button type="button" className="button" onClick={() => retry()}>
        {t('state.retry')}
      </button>
    </div>
  );
}

function incidentOf(error: Error): string | null {
  return 'incident' in error && typeof error.incident === 'string' ? error.incident : null;
}

import { useText } from '../text/use-text.ts';

/** The page after a mistake of ours. */
export function Crashed() {
  const { t } = useText();
  return (
    <main className="alone">
      <h1>{t('state.crashed')}</h1>
      <button type="button" className="button" onClick={() => location.reload()}>
        {t('state.reload')}
      </button>
    </main>
  );
}

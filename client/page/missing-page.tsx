import { Go } from '../selection/go.tsx';
import { useText } from '../text/use-text.ts';
import { useTitle } from './use-title.ts';

/** The answer to an unknown path. */
export function MissingPage() {
  const { t } = useText();
  useTitle(t('site.notFound'));
  return (
    <main className="alone">
      <h1>{t('site.notFound')}</h1>
      <Go to="/">{t('site.mapLink')}</Go>
    </main>
  );
}

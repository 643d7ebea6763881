import { Go } from '../selection/go.tsx';
import { useText } from '../text/use-text.ts';

/** To the page of records before and after. */
export function PageLinks({ page, total, size }: { page: number; total: number; size: number }) {
  const { t, format } = useText();
  const pages = Math.max(1, Math.ceil(total / size));
  if (pages === 1) return null;
  return (
    <nav className="page-links no-print" aria-label={t('records.title')}>
      {page > 1 ? (
        <Go to={{ page: page - 1 }} className="button">
          {t('records.previous')}
        </Go>
      ) : (
        <span className="button" aria-disabled="true">
          {t('records.previous')}
        </span>
      )}
      <span className="number">{t('records.page', { page: format.count(page), pages: format.count(pages) })}</span>
      {page < pages ? (
        <Go to={{ page: page + 1 }} className="button">
          {t('records.next')}
        </Go>
      ) : (
        <span className="button" aria-disabled="true">
          {t('records.next')}
        </span>
      )}
    </nav>
  );
}

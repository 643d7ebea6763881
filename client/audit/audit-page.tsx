import { takeFile } from '../data/take-file.ts';
import { useGet } from '../data/use-get.ts';
import { Failed } from '../page/failed.tsx';
import { SiteHeader } from '../page/site-header.tsx';
import { Skeleton } from '../page/skeleton.tsx';
import { useTitle } from '../page/use-title.ts';
import { PurposeDialog } from '../purpose/purpose-dialog.tsx';
import { Go } from '../selection/go.tsx';
import { useLocation } from '../selection/location.ts';
import { useText } from '../text/use-text.ts';
import { AuditFilters } from './audit-filters.tsx';
import { auditAddress, auditQuery, readAuditSearch } from './audit-search.ts';
import { AuditTable } from './audit-table.tsx';
import { ChainState } from './chain-state.tsx';

/** What the audit administrator reads: is the log whole, and who did and saw what. The search stands in the address bar. */
export function AuditPage() {
  const { t } = useText();
  const { search: asked } = useLocation();
  const search = readAuditSearch(asked);
  const query = auditQuery(search);
  const { data, error, refetch, isPlaceholderData } = useGet('/api/audit', query);
  useTitle(t('audit.title'));
  return (
    <div className="import-page audit-page">
      <SiteHeader />
      <main id="main">
        <header>
          <h1>{t('audit.title')}</h1>
          <p className="quiet">{t('audit.lead')}</p>
        </header>
        <ChainState />
        <section className="card" aria-labelledby="entries">
          <div className="heading-row">
            <h2 id="entries">{t('audit.entries')}</h2>
            <PurposeDialog
              label={t('audit.download')}
              title={t('purpose.auditTitle')}
              lead={t('purpose.auditLead')}
              action={t('purpose.export')}
              onStated={async (purpose) => {
                const { before: _page, limit: _size, ...filter } = query;
                await takeFile('/api/exports/audit', { filter, purpose });
              }}
            />
          </div>
          <AuditFilters key={auditAddress({ ...search, before: null })} search={search} />
          {error && <Failed error={error} retry={refetch} />}
          {!data && !error && <Skeleton lines={8} />}
          {data?.entries.length === 0 && (
            <p className="quiet">
              {t('audit.none')} <Go to="/audit">{t('audit.clear')}</Go>
            </p>
          )}
          {data && data.entries.length > 0 && <AuditTable entries={data.entries} busy={isPlaceholderData} />}
          {data && (search.before !== null || data.next !== null) && (
            <nav className="page-links no-print" aria-label={t('audit.pages')}>
              {search.before !== null && (
                <Go to={auditAddress({ ...search, before: null })} className="button">
                  {t('audit.newest')}
                </Go>
              )}
              {data.next !== null && (
                <Go to={auditAddress({ ...search, before: data.next })} className="button">
                  {t('audit.older')}
                </Go>
              )}
            </nav>
          )}
        </section>
      </main>
    </div>
  );
}

import type { ReactNode } from 'react';
import { AccountMenu } from '../account/account-menu.tsx';
import { pagesOf } from '../account/pages-of.ts';
import { useSession } from '../account/use-session.ts';
import { useGet } from '../data/use-get.ts';
import { Go } from '../selection/go.tsx';
import { useLocation } from '../selection/location.ts';
import { chooseLanguage } from '../text/i18n.ts';
import { useText } from '../text/use-text.ts';

/** The bar on every page, and the notice under it that says what the data are. */
export function SiteHeader({ children }: { children?: ReactNode }) {
  const { t, language } = useText();
  const health = useGet('/api/health', {});
  const session = useSession().data;
  const account = session?.account ?? null;
  const pages = pagesOf(session);
  const { path } = useLocation();
  const here = path === '/' ? pages[0] : path.slice(1);
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <>
      <a className="skip" href="#main">
        {t('site.skip')}
      </a>
      <header>
        <div className="site-header">
          <Go to="/" className="brand" label={t('site.name')}>
            <img src="/sun.svg" alt="" width="28" height="28" />
            <span className="brand-name">{t('site.name')}</span>
            <span className="brand-tagline">{t('site.tagline')}</span>
          </Go>
          {children}
          <nav className="site-links no-print" aria-label={t('site.name')}>
            {pages
              .filter((page) => page !== here)
              .map((page) => (
                <Go key={page} to={page === 'map' ? '/' : `/${page}`}>
                  {t(`site.${page}Link`)}
                </Go>
              ))}
            {account && <AccountMenu account={account} />}
            <button type="button" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => chooseLanguage(other)}>
              {t('site.language')}
            </button>
          </nav>
        </div>
        <p className="notice" role="note">
          {t(health.data?.synthetic ? 'site.synthetic' : 'site.boundaries')}
        </p>
      </header>
    </>
  );
}

import { I18nProvider } from 'react-aria-components';
import type { SignedIn } from '../geodata/model/account.ts';
import { AccountPage } from './account/account-page.tsx';
import { Gate } from './account/gate.tsx';
import { pagesOf } from './account/pages-of.ts';
import { CrashBoundary } from './page/crash-boundary.tsx';
import { MapPage } from './page/map-page.tsx';
import { MissingPage } from './page/missing-page.tsx';
import { useLocation } from './selection/location.ts';
import { ImportPage } from './steward/import-page.tsx';
import { LANGUAGE_TAGS } from './text/language.ts';
import { useText } from './text/use-text.ts';

/** The pages by their paths, for whoever is signed in. */
export function App() {
  const { path } = useLocation();
  const { language } = useText();
  return (
    <I18nProvider locale={LANGUAGE_TAGS[language]}>
      <CrashBoundary>
        <Gate>{(account) => <Page path={path} account={account} />}</Gate>
      </CrashBoundary>
    </I18nProvider>
  );
}

/** `/` is whatever a role begins its day with. */
function Page({ path, account }: { path: string; account: SignedIn }) {
  const pages = pagesOf(account.role);
  const [home] = pages;
  if (path === '/account' || (path === '/' && home === undefined)) return <AccountPage account={account} />;
  if (path === '/' && home === 'map') return <MapPage />;
  if ((path === '/' || path === '/import') && pages.includes('import')) return <ImportPage />;
  return <MissingPage />;
}

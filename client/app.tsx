import { I18nProvider } from 'react-aria-components';
import type { SessionState } from '../geodata/model/account.ts';
import { AccountPage } from './account/account-page.tsx';
import { Gate } from './account/gate.tsx';
import { pagesOf } from './account/pages-of.ts';
import { AccountsPage } from './admin/accounts-page.tsx';
import { AuditPage } from './audit/audit-page.tsx';
import { OperatorsPage } from './operators/operators-page.tsx';
import { CrashBoundary } from './page/crash-boundary.tsx';
import { MapPage } from './page/map-page.tsx';
import { MissingPage } from './page/missing-page.tsx';
import { ReviewPage } from './review/review-page.tsx';
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
        <Gate>{(state) => <Page path={path} state={state} />}</Gate>
      </CrashBoundary>
    </I18nProvider>
  );
}

/** `/` is whatever a role begins its day with. */
function Page({ path, state }: { path: string; state: SessionState }) {
  const pages = pagesOf(state);
  const [home] = pages;
  const { account } = state;
  if (account && (path === '/account' || (path === '/' && home === undefined))) {
    return <AccountPage account={account} />;
  }
  const page = path === '/' ? home : pages.find((name) => path === `/${name}`);
  if (page === 'map') return <MapPage />;
  if (page === 'import') return <ImportPage />;
  if (page === 'operators') return <OperatorsPage />;
  if (page === 'review') return <ReviewPage />;
  if (page === 'accounts' && account) return <AccountsPage me={account} />;
  if (page === 'audit') return <AuditPage />;
  return <MissingPage />;
}

import { I18nProvider } from 'react-aria-components';
import { AuditPage } from './audit/audit-page.tsx';
import { CrashBoundary } from './page/crash-boundary.tsx';
import { MapPage } from './page/map-page.tsx';
import { MissingPage } from './page/missing-page.tsx';
import { useLocation } from './selection/location.ts';
import { ImportPage } from './steward/import-page.tsx';
import { LANGUAGE_TAGS } from './text/language.ts';
import { useText } from './text/use-text.ts';

/** The pages by their paths. */
export function App() {
  const { path } = useLocation();
  const { language } = useText();
  return (
    <I18nProvider locale={LANGUAGE_TAGS[language]}>
      <CrashBoundary>
        <PageAt path={path} />
      </CrashBoundary>
    </I18nProvider>
  );
}

function PageAt({ path }: { path: string }) {
  if (path === '/') return <MapPage />;
  if (path === '/import') return <ImportPage />;
  if (path === '/audit') return <AuditPage />;
  return <MissingPage />;
}

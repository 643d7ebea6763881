import { useState } from 'react';
import type { UploadPreview } from '../../geodata/model/api.ts';
import { useSession } from '../account/use-session.ts';
import { SiteHeader } from '../page/site-header.tsx';
import { useTitle } from '../page/use-title.ts';
import { useLocation } from '../selection/location.ts';
import { useText } from '../text/use-text.ts';
import { AreasForm } from './areas-form.tsx';
import { FilePreview } from './file-preview.tsx';
import { FileUpload } from './file-upload.tsx';
import { RecordsImport } from './records-import.tsx';
import { RunHistory } from './run-history.tsx';
import { RunReport } from './run-report.tsx';

/** From a file to its report. The run stands in the address bar, so that a reload comes back to it. */
export function ImportPage() {
  const { t } = useText();
  const { search } = useLocation();
  const session = useSession();
  const [preview, setPreview] = useState<UploadPreview | null>(null);
  const run = Number(new URLSearchParams(search).get('run')) || null;
  useTitle(t('import.title'));
  return (
    <div className="import-page">
      <SiteHeader />
      <main id="main">
        <header>
          <h1>{t('import.title')}</h1>
          <p className="quiet">{t('import.lead')}</p>
          {session.data?.account?.demo && <p className="caution">{t('import.demoEnds')}</p>}
        </header>
        {run !== null && <RunReport key={run} id={run} />}
        {preview === null && <FileUpload onUploaded={setPreview} />}
        {preview?.kind === 'areas' && (
          <>
            <FilePreview preview={preview} onAnother={() => setPreview(null)} />
            {preview.areas && <AreasForm preview={preview} shape={preview.areas} />}
          </>
        )}
        {preview?.kind === 'records' && (
          <RecordsImport
            key={preview.upload}
            upload={preview}
            onAnother={() => setPreview(null)}
            onStarted={() => setPreview(null)}
          />
        )}
        <RunHistory current={run} />
      </main>
    </div>
  );
}

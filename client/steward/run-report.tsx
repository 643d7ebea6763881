import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { addressOf } from '../data/api.ts';
import { useGet } from '../data/use-get.ts';
import { Failed } from '../page/failed.tsx';
import { Skeleton } from '../page/skeleton.tsx';
import { Go } from '../selection/go.tsx';
import { printSelection, START } from '../selection/selection.ts';
import { useText } from '../text/use-text.ts';
import { ExportRejections } from './export-rejections.tsx';
import { Progress } from './progress.tsx';
import { rejectedRows } from './rejected-rows.ts';
import { ReportDetails } from './report-details.tsx';

const POLL_MS = 700;

/** One import: how far it is while it runs, its balance when it has ended. */
export function RunReport({ id }: { id: number }) {
  const { t, format } = useText();
  const client = useQueryClient();
  const peek = client.getQueryData<{ state: string }>(['/api/import', addressOf('/api/import', { id })]);
  const {
    data: run,
    error,
    refetch,
  } = useGet('/api/import', { id }, { every: peek && peek.state !== 'running' ? false : POLL_MS });
  const ended = run !== undefined && run.state !== 'running';
  useEffect(() => {
    // Everything that was measured before the import is out of date now.
    if (ended) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== '/api/import' });
  }, [ended, client]);
  if (error) return <Failed error={error} retry={refetch} />;
  if (!run) return <Skeleton lines={6} />;
  const { report, bytesRead, bytesTotal } = run;
  const share = bytesTotal ? bytesRead / bytesTotal : null;
  const read = format.count(report.read);
  if (run.state === 'running') {
    const progress =
      share === null ? t('run.progressUnknown', { read }) : t('run.progress', { read, percent: format.percent(share) });
    return <Progress share={share} label={`${t('run.title', { name: run.fileName })}：${progress}`} />;
  }
  return (
    <section className="card" aria-labelledby="run" role="status">
      <h2 id="run">
        {t('run.title', { name: run.fileName })}{' '}
        <span className={`run-state run-state-${run.state}`}>{t(`run.${run.state}`)}</span>
      </h2>
      {run.error !== null && <p className="caution">{run.error}</p>}
      {run.state === 'interrupted' && <p className="caution">{t('run.interruptedHint')}</p>}
      <p className="number">
        {t('run.balance', {
          read,
          stored: format.count(report.stored),
          updated: format.count(report.updated),
          unchanged: format.count(report.unchanged),
          rejected: format.count(rejectedRows(report)),
        })}
      </p>
      <ReportDetails report={report} />
      <div className="actions">
        <Go to={`/${printSelection({ ...START, dataset: run.dataset })}`} className="button button-strong">
          {t('run.seeMap')}
        </Go>
        {rejectedRows(report) > 0 && <ExportRejections run={run.id} />}
      </div>
    </section>
  );
}

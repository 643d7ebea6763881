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
import { RunActions } from './run-actions.tsx';
import { RunChanges } from './run-changes.tsx';
import { RunFacts } from './run-facts.tsx';

const POLL_MS = 700;
/** States that end by themselves. */
const UNDER_WAY: readonly string[] = ['running', 'undoing'];

/** One import: how far it is while it runs, its balance when it has ended. */
export function RunReport({ id }: { id: number }) {
  const { t, format } = useText();
  const client = useQueryClient();
  const peek = client.getQueryData<{ state: string }>(['/api/import', addressOf('/api/import', { id })]);
  const {
    data: run,
    error,
    refetch,
  } = useGet('/api/import', { id }, { every: peek && !UNDER_WAY.includes(peek.state) ? false : POLL_MS });
  const state = run?.state;
  useEffect(() => {
    // Everything that was measured before the import is out of date now.
    if (state !== undefined && !UNDER_WAY.includes(state))
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== '/api/import' });
  }, [state, client]);
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
      {(run.state === 'interrupted' || run.canResume) && (
        <p className="caution">{t(run.canResume ? 'run.resumeHint' : 'run.interruptedHint')}</p>
      )}
      {run.state === 'undoing' && <p className="caution">{t('run.undoingHint')}</p>}
      <RunFacts run={run} />
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
      {run.state === 'finished' && <RunChanges id={run.id} />}
      <div className="actions">
        <Go to={`/${printSelection({ ...START, dataset: run.dataset })}`} className="button button-strong">
          {t('run.seeMap')}
        </Go>
        {rejectedRows(report) > 0 && <ExportRejections run={run.id} />}
        <RunActions run={run} />
      </div>
    </section>
  );
}

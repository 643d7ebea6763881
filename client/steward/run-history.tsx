import { useGet } from '../data/use-get.ts';
import { Failed } from '../page/failed.tsx';
import { Skeleton } from '../page/skeleton.tsx';
import { Go } from '../selection/go.tsx';
import { useText } from '../text/use-text.ts';
import { rejectedRows } from './rejected-rows.ts';

/** Past imports and how they ended. */
export function RunHistory({ current }: { current: number | null }) {
  const { t, format } = useText();
  const { data, error, refetch } = useGet('/api/imports', {});
  return (
    <section className="card" aria-labelledby="history">
      <h2 id="history">{t('run.history')}</h2>
      {error && <Failed error={error} retry={refetch} />}
      {!data && !error && <Skeleton lines={4} />}
      {data?.length === 0 && <p className="quiet">{t('run.historyNone')}</p>}
      {data && data.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
        <section className="table-scroll" tabIndex={0} aria-label={`${t('run.history')} · ${t('run.file')}`}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('run.file')}</th>
                <th scope="col">{t('run.dataset')}</th>
                <th scope="col">{t('run.state')}</th>
                <th scope="col">{t('run.by')}</th>
                <th scope="col" className="number">
                  {t('run.started')}
                </th>
                {(['read', 'stored', 'updated', 'unchanged', 'rejected'] as const).map((id) => (
                  <th key={id} scope="col" className="number">
                    {t(`run.${id}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.map(({ id, fileName, dataset, state, startedAt, startedBy, report }) => (
                <tr key={id}>
                  <th scope="row">
                    <Go to={`/import?run=${id}`} current={id === current}>
                      {fileName}
                    </Go>
                  </th>
                  <td>{dataset}</td>
                  <td>
                    <span className={`run-state run-state-${state}`}>{t(`run.${state}`)}</span>
                    {state === 'interrupted' && <small>{t('run.again')}</small>}
                  </td>
                  <td>{startedBy}</td>
                  <td className="number">{format.moment(startedAt)}</td>
                  <td className="number">{format.count(report.read)}</td>
                  <td className="number">{format.count(report.stored)}</td>
                  <td className="number">{format.count(report.updated)}</td>
                  <td className="number">{format.count(report.unchanged)}</td>
                  <td className="number">{format.count(rejectedRows(report))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

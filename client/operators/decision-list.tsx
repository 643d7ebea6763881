import { useGet } from '../data/use-get.ts';
import { Failed } from '../page/failed.tsx';
import { Skeleton } from '../page/skeleton.tsx';
import { useText } from '../text/use-text.ts';
import type { Decide } from './use-decide.ts';

/** What people decided about the names of a dataset, newest first, with those that were taken back. */
export function DecisionList({ dataset, act }: { dataset: string; act: Decide | null }) {
  const { t, format } = useText();
  const { data, error, refetch } = useGet('/api/operator-decisions', { dataset });
  return (
    <section className="card" aria-labelledby="decisions">
      <h2 id="decisions">{t('operators.decisions')}</h2>
      {error && <Failed error={error} retry={refetch} />}
      {!data && !error && <Skeleton lines={3} />}
      {data?.length === 0 && <p className="quiet">{t('operators.decisionsNone')}</p>}
      {data && data.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
        <section className="table-scroll" tabIndex={0} aria-label={t('operators.decisions')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('operators.column.names')}</th>
                <th scope="col">{t('operators.column.verdict')}</th>
                <th scope="col">{t('operators.column.who')}</th>
                <th scope="col">{t('operators.column.why')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {data.map(({ id, names, verdict, countsAs, decidedBy, decidedAt, undoneBy, undoneAt, why }) => (
                <tr key={id}>
                  <th scope="row" className="decision-names">
                    {names.join('、')}
                  </th>
                  <td>
                    {t(`operators.verdict.${verdict}`)}
                    {countsAs !== null && <small>{t('operators.countsAs', { name: countsAs })}</small>}
                  </td>
                  <td>
                    {decidedBy} <span className="number">{format.moment(decidedAt)}</span>
                    {undoneAt !== null && (
                      <small>{t('operators.undone', { who: undoneBy ?? '', at: format.moment(undoneAt) })}</small>
                    )}
                  </td>
                  <td>{why}</td>
                  <td>
                    {act && undoneAt === null && (
                      <button
                        type="button"
                        className="button no-print"
                        disabled={act.busy}
                        aria-label={`${t('operators.undo')}: ${names.join('、')}`}
                        onClick={() => act.undo([id], t('operators.done.undo'))}
                      >
                        {t('operators.undo')}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

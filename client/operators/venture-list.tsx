import type { JointVenture } from '../../geodata/model/operator-api.ts';
import { useText } from '../text/use-text.ts';
import type { Decide } from './use-decide.ts';

interface VentureListProps {
  readonly ventures: readonly JointVenture[];
  readonly count: number;
  readonly act: Decide | null;
}

/** Joint ventures with their members; one counts with a member only when a person says so here. */
export function VentureList({ ventures, count, act }: VentureListProps) {
  const { t, format } = useText();
  if (ventures.length === 0) return null;
  const countWith = (venture: string, member: string) =>
    act?.decide(
      [{ verdict: 'merge', names: [venture, member], countsAs: member }],
      t('operators.done.merge', { name: member }),
    );
  return (
    <section className="card" aria-labelledby="ventures">
      <h2 id="ventures">{t('operators.ventures', { count: format.count(count) })}</h2>
      <p className="quiet">{t('operators.venturesLead')}</p>
      <ul className="count-list">
        {ventures.map(({ name, records, members, countsAs }) => (
          <li key={name}>
            <span>
              <bdi className="operator-name">{name}</bdi>
              {countsAs !== null && <small className="quiet">{t('operators.countsAs', { name: countsAs })}</small>}
            </span>
            <span className="number">{t('operators.records', { count: format.count(records) })}</span>
            {act && countsAs === null && (
              <span className="actions no-print">
                {members.flatMap(({ operator }) =>
                  operator === null ? (
                    []
                  ) : (
                    <button
                      key={operator}
                      type="button"
                      className="button"
                      disabled={act.busy}
                      onClick={() => countWith(name, operator)}
                    >
                      {t('operators.countsAs', { name: operator })}
                    </button>
                  ),
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

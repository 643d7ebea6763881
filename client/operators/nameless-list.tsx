import type { NamelessOperator } from '../../geodata/model/operator-api.ts';
import { useText } from '../text/use-text.ts';
import type { Decide } from './use-decide.ts';

interface NamelessListProps {
  readonly nameless: readonly NamelessOperator[];
  readonly records: number;
  readonly act: Decide | null;
}

/** Names that name nobody, with how many records carry them; a person may say that one is an operator after all. */
export function NamelessList({ nameless, records, act }: NamelessListProps) {
  const { t, format } = useText();
  if (nameless.length === 0) return null;
  const count = nameless.reduce((sum, one) => sum + one.records, 0);
  return (
    <section className="card" aria-labelledby="nameless">
      <h2 id="nameless">{t('operators.nameless')}</h2>
      <p className="quiet">
        {t('operators.namelessLead', { count: format.count(count), records: format.count(records) })}
      </p>
      <ul className="count-list">
        {nameless.map(({ name, records }) => (
          <li key={name}>
            <bdi className="operator-name">{name}</bdi>
            <span className="number">{t('operators.records', { count: format.count(records) })}</span>
            {act && (
              <button
                type="button"
                className="button no-print"
                disabled={act.busy}
                onClick={() =>
                  act.decide([{ verdict: 'somebody', names: [name] }], t('operators.done.somebody', { name }))
                }
              >
                {t('operators.somebody')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

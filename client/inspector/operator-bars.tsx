import type { OperatorShare } from '../../geodata/model/api.ts';
import { Go } from '../selection/go.tsx';
import type { DatasetWords } from '../text/dataset-words.ts';
import { useText } from '../text/use-text.ts';

interface OperatorBarsProps {
  readonly operators: readonly OperatorShare[];
  readonly words: DatasetWords;
  readonly selected: number | null;
}

/** Who handled the business here, most first; each opens the operator's records. */
export function OperatorBars({ operators, words, selected }: OperatorBarsProps) {
  const { t, format } = useText();
  const most = operators[0]?.records ?? 1;
  if (operators.length === 0) return null;
  return (
    <section aria-labelledby="operators">
      <h3 id="operators">{t('area.operators', { operator: words.operator })}</h3>
      <ol className="operator-bars">
        {operators.map(({ id, name, records, share }) => (
          <li key={id} className={id === selected ? 'is-selected' : undefined}>
            <Go
              to={{ operator: id === selected ? null : id }}
              label={t('area.showRecords', { operator: name, count: format.count(records) })}
              current={id === selected}
            >
              <span className="bar-name">{name}</span>
              <span className="bar-track">
                <span className="bar" style={{ inlineSize: `${(100 * records) / most}%` }} />
              </span>
              <span className="number">{format.count(records)}</span>
              <span className="number bar-share">{format.percent(share)}</span>
            </Go>
          </li>
        ))}
      </ol>
    </section>
  );
}

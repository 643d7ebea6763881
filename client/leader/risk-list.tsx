import type { AreaIndicators } from '../../geodata/model/indicator.ts';
import { Go } from '../selection/go.tsx';
import type { DatasetWords } from '../text/dataset-words.ts';
import { useText } from '../text/use-text.ts';
import { reasonLine } from './reason-line.ts';

interface RiskListProps {
  readonly areas: readonly AreaIndicators[];
  readonly words: DatasetWords;
  readonly limit: number;
}

/** Areas by name, each with the reason for its tier in one line. */
export function RiskList({ areas, words, limit }: RiskListProps) {
  const speech = useText();
  const rest = areas.length - limit;
  return (
    <ul className="risk-list">
      {areas.slice(0, limit).map((area) => (
        <li key={area.code} className={`risk risk-${area.tier}`}>
          <Go to={{ area: area.code }} className="risk-link">
            <span className="risk-name">
              <strong>{area.name}</strong>
              {area.parentName && <span className="risk-parent">{area.parentName}</span>}
              <span className={`tier-mark tier-${area.tier}`}>{speech.t(`tier.${area.tier}`)}</span>
            </span>
            <span className="risk-reason">{reasonLine(area, words, speech)}</span>
          </Go>
        </li>
      ))}
      {rest > 0 && (
        <li>
          <Go to={{ table: true }}>{speech.t('summary.more', { count: rest })}</Go>
        </li>
      )}
    </ul>
  );
}

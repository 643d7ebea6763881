import type { Points } from '../../geodata/model/api.ts';
import { useGet } from '../data/use-get.ts';
import type { Scene } from '../data/use-scene.ts';
import { useText } from '../text/use-text.ts';

interface PointKeyProps {
  readonly points: Points;
  readonly operator: number | null;
  readonly scene: Scene;
}

/** What the dots are, and how many of them have a colour of their own. */
export function PointKey({ points, operator, scene }: PointKeyProps) {
  const { t, format } = useText();
  const operators = useGet('/api/operators', operator === null ? null : { dataset: scene.summary.dataset.id });
  const shown = points.ids.length;
  const own = operator === null ? 0 : points.operatorIds.filter((id) => id === operator).length;
  const name = operators.data?.names[operators.data.ids.indexOf(operator ?? -1)];
  return (
    <div className="legend point-key">
      <ul>
        {operator !== null && (
          <li>
            <span className="dot dot-own" />
            <span>{t('legend.pointsOf', { operator: name ?? '' })}</span>
            <span className="number">{format.count(own)}</span>
          </li>
        )}
        <li>
          <span className="dot" />
          <span>{t(operator === null ? 'legend.points' : 'legend.pointsOther')}</span>
          <span className="number">{format.count(shown - own)}</span>
        </li>
      </ul>
      {shown < points.total && (
        <p className="legend-note">
          {t('legend.pointsSome', { shown: format.count(shown), total: format.count(points.total) })}
        </p>
      )}
    </div>
  );
}

import type { Cell } from '../../geodata/model/place.ts';
import { useGet } from '../data/use-get.ts';
import type { Scene } from '../data/use-scene.ts';
import { Failed } from '../page/failed.tsx';
import { Skeleton } from '../page/skeleton.tsx';
import { useTitle } from '../page/use-title.ts';
import { Go } from '../selection/go.tsx';
import { useSelection } from '../selection/use-selection.ts';
import { datasetWords } from '../text/dataset-words.ts';
import { useText } from '../text/use-text.ts';
import { OperatorBars } from './operator-bars.tsx';
import { isMonopoly } from './reasons.ts';
import { RecordsSection } from './records-section.tsx';

/** One hexagon: who handled its records, in which areas they lie, and the records. */
export function CellPanel({ scene, cell }: { scene: Scene; cell: Cell }) {
  const speech = useText();
  const { t, format } = speech;
  const { selection } = useSelection();
  const dataset = scene.summary.dataset.id;
  const { data, error, refetch } = useGet('/api/cell', { dataset, cell, ...scene.period }, { keep: false });
  const profile = useGet('/api/profile', {});
  useTitle(t('map.cell', { cell }));
  if (error) return <Failed error={error} retry={refetch} />;
  if (!data) return <Skeleton lines={10} />;
  const words = datasetWords(scene.summary.dataset, speech);
  const minimum = profile.data?.thresholds.sampleMinimum.value ?? 0;
  const counts = {
    operator: data.topOperator ?? '',
    top: format.count(data.topRecords),
    judged: format.count(data.judged),
  };
  return (
    <article className="area-panel" aria-labelledby="cell-name">
      <header className="area-heading">
        <Go to={{ cell: null }}>{t('area.back')}</Go>
        <h2 id="cell-name">{t('area.cellTitle')}</h2>
        <p className="quiet number">{cell}</p>
        <p>
          {data.judged < minimum
            ? t('line.few', { judged: format.count(data.judged), minimum: format.count(minimum) })
            : t(isMonopoly(data) ? 'line.monopoly' : 'line.top', counts)}
        </p>
      </header>
      <OperatorBars operators={data.topOperators} words={words} selected={selection.operator} />
      <section aria-labelledby="cell-areas">
        <h3 id="cell-areas">{t('area.cellAreas')}</h3>
        <ul className="cell-areas">
          {data.areas.map(({ level, code, name, records }) => (
            <li key={`${level}:${code}`}>
              <Go to={{ level, area: code, shape: 'areas' }}>{name}</Go>
              <span className="number">{t('records.count', { count: records })}</span>
            </li>
          ))}
        </ul>
      </section>
      <RecordsSection scene={scene} words={words} operators={data.topOperators} />
    </article>
  );
}

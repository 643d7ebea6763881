import { useEffect, useRef } from 'react';
import { useGet } from '../data/use-get.ts';
import type { Scene } from '../data/use-scene.ts';
import { Failed } from '../page/failed.tsx';
import { Skeleton } from '../page/skeleton.tsx';
import { useTitle } from '../page/use-title.ts';
import { useSelection } from '../selection/use-selection.ts';
import { datasetWords } from '../text/dataset-words.ts';
import { useText } from '../text/use-text.ts';
import { AreaHeading } from './area-heading.tsx';
import { MonthsChart } from './months-chart.tsx';
import { NeighbourTable } from './neighbour-table.tsx';
import { OperatorBars } from './operator-bars.tsx';
import { PartsTable } from './parts-table.tsx';
import { PlaceQuality } from './place-quality.tsx';
import { reasons } from './reasons.ts';
import { RecordsSection } from './records-section.tsx';
import { Unnamed } from './unnamed.tsx';

/** Everything about one area: the verdict with its parts first, the rows it rests on last. */
export function AreaPanel({ scene, code }: { scene: Scene; code: string }) {
  const speech = useText();
  const { t, say } = speech;
  const { selection } = useSelection();
  const query = scene.areasQuery && { ...scene.areasQuery, code };
  const { data, error, refetch } = useGet('/api/area', query, { keep: false });
  const profile = useGet('/api/profile', {});
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(data?.indicators.name);
  // The panel changes far from what was clicked; the heading takes the focus so that keyboard and reader follow.
  const shown = data?.indicators.code;
  useEffect(() => {
    if (shown) heading.current?.focus({ preventScroll: true });
  }, [shown]);
  if (error) return <Failed error={error} retry={refetch} />;
  if (!data) return <Skeleton lines={12} />;
  const words = datasetWords(scene.summary.dataset, speech);
  const { setAside } = scene.summary.dataset;
  const area = data.indicators;
  return (
    <article className="area-panel" aria-labelledby="area-name">
      <AreaHeading detail={data} ref={heading} />
      <section aria-labelledby="evidence">
        <h3 id="evidence">{t('area.evidence')}</h3>
        <ul className="reasons">
          {reasons(area, words, speech, setAside ? say(setAside.why) : null).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          <Unnamed area={area} unnamed={data.unnamed} />
        </ul>
      </section>
      <OperatorBars operators={data.topOperators} words={words} selected={selection.operator} />
      <PartsTable parts={data.parts} profile={profile.data} />
      <MonthsChart months={data.months} topOperator={area.topOperator} />
      <NeighbourTable area={area} neighbours={data.neighbours} unseen={data.neighboursUnseen} />
      <PlaceQuality detail={data} />
      <RecordsSection scene={scene} words={words} operators={data.topOperators} />
    </article>
  );
}

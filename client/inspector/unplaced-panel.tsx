import type { Scene } from '../data/use-scene.ts';
import { useTitle } from '../page/use-title.ts';
import { Go } from '../selection/go.tsx';
import { datasetWords } from '../text/dataset-words.ts';
import { useText } from '../text/use-text.ts';
import { RecordsSection } from './records-section.tsx';

/** The records that every total mentions and no map can show. */
export function UnplacedPanel({ scene }: { scene: Scene }) {
  const speech = useText();
  const { t } = speech;
  useTitle(t('records.unplaced'));
  return (
    <article className="area-panel" aria-labelledby="unplaced">
      <header className="area-heading">
        <Go to={{ list: null }}>{t('area.back')}</Go>
        <h2 id="unplaced">{t('records.unplaced')}</h2>
        <p className="quiet">{t('records.unplacedWhy')}</p>
      </header>
      <RecordsSection scene={scene} words={datasetWords(scene.summary.dataset, speech)} operators={[]} />
    </article>
  );
}

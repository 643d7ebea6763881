import type { AreaIndicators } from '../../geodata/model/indicator.ts';
import { useGet } from '../data/use-get.ts';
import type { Scene } from '../data/use-scene.ts';
import { AreaPanel } from '../inspector/area-panel.tsx';
import { CellPanel } from '../inspector/cell-panel.tsx';
import { UnplacedPanel } from '../inspector/unplaced-panel.tsx';
import { SummaryPanel } from '../leader/summary-panel.tsx';
import { Go } from '../selection/go.tsx';
import { useSelection } from '../selection/use-selection.ts';
import { useText } from '../text/use-text.ts';
import { Empty } from './empty.tsx';

/** What stands beside the map: the summary, or what was selected. */
export function SidePanel({ scene, areas }: { scene: Scene; areas: readonly AreaIndicators[] | undefined }) {
  const { t } = useText();
  const { selection } = useSelection();
  const overview = useGet('/api/overview', scene.areasQuery);
  const { area, cell, list } = selection;
  if (area !== null && scene.level) return <AreaPanel key={area} scene={scene} code={area} />;
  if (cell !== null) return <CellPanel key={cell} scene={scene} cell={cell} />;
  if (list === 'unplaced') return <UnplacedPanel scene={scene} />;
  if (scene.level === null) {
    return (
      <Empty title={t('state.noAreas')} hint={t('state.noAreasHint')}>
        <Go to="/import" className="button button-strong">
          {t('site.importLink')}
        </Go>
      </Empty>
    );
  }
  if (overview.data?.records === 0) {
    return (
      <Empty title={t('state.noRecords')} hint={t('state.noRecordsHint')}>
        <Go to={{ from: null, until: null }} className="button button-strong">
          {t('state.showAll')}
        </Go>
      </Empty>
    );
  }
  return <SummaryPanel scene={scene} areas={areas} overview={overview} />;
}

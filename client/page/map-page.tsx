import { useEffect } from 'react';
import { AreaSearch } from '../control/area-search.tsx';
import { ControlBar } from '../control/control-bar.tsx';
import { FilterDrawer } from '../control/filter-drawer.tsx';
import { useScene } from '../data/use-scene.ts';
import { loadMap } from '../map/load-map.ts';
import { Go } from '../selection/go.tsx';
import { useSelection } from '../selection/use-selection.ts';
import { useText } from '../text/use-text.ts';
import { chosenIndicator } from './chosen-indicator.ts';
import { Empty } from './empty.tsx';
import { Failed } from './failed.tsx';
import { SceneView } from './scene-view.tsx';
import { SiteHeader } from './site-header.tsx';
import { Skeleton } from './skeleton.tsx';
import { useNarrow } from './use-narrow.ts';
import { useTitle } from './use-title.ts';

/** The main page: controls above, the map, and beside it what has to be known. */
export function MapPage() {
  const { t, say } = useText();
  const { selection } = useSelection();
  const { scene, datasets } = useScene();
  const narrow = useNarrow();
  useEffect(() => void loadMap(), []);
  const indicator = chosenIndicator(selection);
  useTitle(scene && say(scene.summary.dataset.title));
  const controls = scene && <ControlBar scene={scene} indicator={indicator.id} />;
  return (
    <div className="map-page">
      <SiteHeader>
        {scene && !narrow && controls}
        {scene && <AreaSearch levels={scene.summary.levels.map(({ level }) => level)} />}
        {scene && narrow && <FilterDrawer>{controls}</FilterDrawer>}
      </SiteHeader>
      {scene ? (
        <SceneView scene={scene} indicator={indicator} narrow={narrow} />
      ) : (
        <main id="main" className="alone">
          <h1 className="visually-hidden">{t('site.name')}</h1>
          {datasets.error ? (
            <Failed error={datasets.error} retry={datasets.refetch} />
          ) : datasets.data ? (
            <Empty title={t('state.noDatasets')} hint={t('state.noDatasetsHint')}>
              <Go to="/import" className="button button-strong">
                {t('site.importLink')}
              </Go>
            </Empty>
          ) : (
            <Skeleton lines={8} />
          )}
        </main>
      )}
    </div>
  );
}

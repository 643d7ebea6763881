import { lazy, Suspense, useState } from 'react';
import type { Indicator } from '../../geodata/model/indicator.ts';
import { Toggle } from '../control/toggle.tsx';
import { useGet } from '../data/use-get.ts';
import type { Scene } from '../data/use-scene.ts';
import { loadMap } from '../map/load-map.ts';
import { hasWebGl } from '../map/web-gl.ts';
import { useSelection } from '../selection/use-selection.ts';
import { useText } from '../text/use-text.ts';
import { AreaTable } from './area-table.tsx';
import { Failed } from './failed.tsx';
import { SidePanel } from './side-panel.tsx';

const MapStage = lazy(() => loadMap().then(({ MapStage }) => ({ default: MapStage })));

const NO_AREAS: readonly never[] = [];
/** Until the profile has come; it comes with the first answers. */
const USUAL_MINIMUM = 30;

/** Map or table on one side, the panel on the other. The map stays where it is while the table is shown. */
export function SceneView({ scene, indicator, narrow }: { scene: Scene; indicator: Indicator; narrow: boolean }) {
  const { t, say } = useText();
  const { selection, select } = useSelection();
  const [raised, setRaised] = useState(false);
  const areas = useGet('/api/areas', scene.areasQuery);
  const profile = useGet('/api/profile', {});
  const minimum = profile.data?.thresholds.sampleMinimum.value ?? USUAL_MINIMUM;
  const list = areas.data ?? NO_AREAS;
  return (
    <main id="main" className="scene" data-raised={narrow && raised}>
      <h1 className="visually-hidden">{`${t('site.name')} · ${say(scene.summary.dataset.title)}`}</h1>
      <section className="stage" aria-label={t(selection.table ? 'control.table' : 'control.map')}>
        <div className="view-toggle no-print">
          <Toggle
            label={t('control.view')}
            value={selection.table ? 'table' : 'map'}
            onChoose={(view) => select({ table: view === 'table' })}
            options={[
              { id: 'map', title: t('control.map') },
              { id: 'table', title: t('control.table') },
            ]}
          />
        </div>
        {areas.error && <Failed error={areas.error} retry={areas.refetch} />}
        <div className="stage-map" hidden={selection.table}>
          {hasWebGl() ? (
            <Suspense fallback={<p className="map-note">{t('map.loading')}</p>}>
              <MapStage scene={scene} areas={list} indicator={indicator} minimum={minimum} />
            </Suspense>
          ) : (
            <p className="no-map" role="alert">
              {t('map.noWebGl')}
            </p>
          )}
        </div>
        {selection.table && <AreaTable scene={scene} areas={areas.data} />}
      </section>
      <aside className="panel" aria-label={t('summary.title')}>
        {narrow && (
          <button type="button" className="sheet-handle" aria-expanded={raised} onClick={() => setRaised(!raised)}>
            {t(raised ? 'control.collapse' : 'control.expand')}
          </button>
        )}
        <SidePanel scene={scene} areas={areas.data} />
      </aside>
    </main>
  );
}

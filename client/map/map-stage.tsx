import { useMemo, useRef, useState } from 'react';
import type { AreaIndicators, Indicator } from '../../geodata/model/indicator.ts';
import { useSeesRecords } from '../account/use-session.ts';
import { recordsFilter } from '../data/records-filter.ts';
import { useGet } from '../data/use-get.ts';
import type { Scene } from '../data/use-scene.ts';
import { Failed } from '../page/failed.tsx';
import { useSelection } from '../selection/use-selection.ts';
import { levelTitle } from '../text/level-noun.ts';
import { useText } from '../text/use-text.ts';
import { boundsOf } from './boundaries.ts';
import { HoverCard } from './hover-card.tsx';
import { Legend } from './legend.tsx';
import { entriesOfGroups } from './legend-entries.ts';
import { MapNotes } from './map-notes.tsx';
import { MapSummary } from './map-summary.tsx';
import { type MapSpot, MapView } from './map-view.tsx';
import { PointKey } from './point-key.tsx';
import { useAreaPicture } from './use-area-picture.ts';
import { useCellFinder } from './use-cell-finder.ts';
import { useCellPicture } from './use-cell-picture.ts';
import { useMapLayers } from './use-map-layers.ts';
import { useSpotted } from './use-spotted.ts';

interface MapStageProps {
  readonly scene: Scene;
  readonly areas: readonly AreaIndicators[];
  readonly indicator: Indicator;
  /** Fewer judged records than this are never coloured by share. */
  readonly minimum: number;
}

/** The map with its legend and what lies under the pointer: turns the selection into a picture, and clicks into selections. */
export function MapStage({ scene, areas, indicator, minimum }: MapStageProps) {
  const speech = useText();
  const { selection, select } = useSelection();
  const { area: selected, operator, cell, shape, camera } = selection;
  const inCells = shape === 'cells';
  const [spot, setSpot] = useState<MapSpot | null>(null);
  const [lost, setLost] = useState(false);
  const frame = useRef<HTMLDivElement>(null);

  const { picture, groups, boundaries, labels } = useAreaPicture({
    scene,
    areas,
    indicator,
    minimum,
    covered: inCells,
  });
  const cells = useCellPicture(scene, selection, indicator, minimum);
  const finder = useCellFinder(inCells);
  const seesRecords = useSeesRecords();
  const pointsQuery = seesRecords ? recordsFilter({ ...selection, operator: null }, scene) : null;
  const points = useGet('/api/points', pointsQuery, { keep: false });
  const layers = useMapLayers({ cells: cells.drawn, labels, points: points.data, operator, outlined: cell });
  const detail = useGet(
    '/api/area',
    selected !== null && scene.areasQuery ? { ...scene.areasQuery, code: selected } : null,
    {
      keep: false,
    },
  );
  const hovered = useSpotted({ spot, inCells, areas, cells: cells.drawn?.picture ?? null, boundaries, scene });
  const marks = useMemo(
    () => ({
      selected,
      hovered: inCells ? null : (spot?.code ?? null),
      neighbours: detail.data?.neighbours.map(({ code }) => code) ?? [],
    }),
    [selected, inCells, spot?.code, detail.data],
  );
  const focus = useMemo(
    () => (selected !== null && boundaries?.[0] ? boundsOf(boundaries[0], selected) : null),
    [selected, boundaries],
  );
  const choose = ({ position, code }: MapSpot) => {
    if (!inCells) return code !== null && select({ area: code });
    const resolution = cells.drawn?.picture.resolution;
    if (finder && resolution) select({ cell: finder.cellAt(position, resolution) });
  };
  const entries = inCells ? (cells.drawn?.entries ?? []) : entriesOfGroups(groups);
  const title = `${speech.say(indicator.title)}${scene.level && !inCells ? ` · ${levelTitle(scene.level.level, speech)}` : ''}`;
  return (
    <div className="map-stage" ref={frame}>
      <MapSummary areas={areas} level={scene.level?.level ?? null} />
      <MapView
        picture={picture}
        layers={layers}
        marks={marks}
        camera={camera}
        whole={scene.level?.bounds ?? null}
        focus={focus}
        label={speech.t('map.label')}
        onMove={(camera) => select({ camera }, { replace: true })}
        onHover={setSpot}
        onSelect={choose}
        onClear={() => select({ area: null, cell: null, operator: null })}
        onWhole={() => select({ camera: null }, { replace: true })}
        onLost={setLost}
      />
      <MapNotes lost={lost} loading={cells.loading || boundaries === null} drawable={picture.level !== null} />
      {cells.error && <Failed error={cells.error} retry={cells.refetch} />}
      {hovered && <HoverCard hovered={hovered} minimum={minimum} width={frame.current?.clientWidth ?? 0} />}
      <div className="map-key">
        {points.data && points.data.ids.length > 0 && (
          <PointKey points={points.data} operator={operator} scene={scene} />
        )}
        {entries.length > 0 && <Legend title={title} indicator={indicator} entries={entries} minimum={minimum} />}
      </div>
    </div>
  );
}

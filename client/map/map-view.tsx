import type { Layer } from '@deck.gl/core';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { Position } from '../../geodata/model/place.ts';
import { type Camera, roundCamera } from '../selection/camera.ts';
import { AREA_FILL } from './area-layers.ts';
import { createMap } from './create-map.ts';
import { type MapPicture, mapStyle, sourceOf } from './map-style.ts';
import { MapTools } from './map-tools.tsx';
import { bringIntoSight, moveCamera } from './move-camera.ts';
import { type AreaMarks, useAreaMarks } from './use-area-marks.ts';
import { boundariesAddress } from './use-boundaries.ts';
import { useContextLoss } from './use-context-loss.ts';
import { type MapPin, usePin } from './use-pin.ts';

export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** A place on the map under the pointer, or in the middle for the keyboard: `code` is the area there. */
export interface MapSpot {
  readonly position: Position;
  readonly code: string | null;
  /** In CSS pixels from the top left of the map. */
  readonly x: number;
  readonly y: number;
}

interface MapViewProps {
  readonly picture: MapPicture;
  readonly layers: readonly Layer[];
  readonly marks: AreaMarks;
  readonly camera: Camera | null;
  /** Everything; shown while there is no camera. */
  readonly whole: Bounds | null;
  /** Brought into sight when it changes and lies outside, or is too small to see. */
  readonly focus: Bounds | null;
  readonly label: string;
  /** A position that somebody points out. */
  readonly pin?: MapPin | null;
  readonly onMove: (camera: Camera) => void;
  readonly onHover: (spot: MapSpot | null) => void;
  readonly onSelect: (spot: MapSpot) => void;
  readonly onClear: () => void;
  readonly onWhole: () => void;
  readonly onLost: (lost: boolean) => void;
}

/** The one owner of MapLibre and deck.gl: everything that others want of the map goes through its props. */
export function MapView(props: MapViewProps) {
  const { picture, layers, marks, camera, whole, focus, label } = props;
  const container = useRef<HTMLDivElement>(null);
  const [overlay, setOverlay] = useState<MapLibreOverlay | null>(null);
  const [map, setMap] = useState<MapLibreMap | null>(null);
  const style = useMemo(() => mapStyle(picture, boundariesAddress), [picture]);

  const spotAt = (map: MapLibreMap, { x, y }: { x: number; y: number }): MapSpot => {
    const { lng, lat } = map.unproject([x, y]);
    const feature = map.getLayer(AREA_FILL) && map.queryRenderedFeatures([x, y], { layers: [AREA_FILL] })[0];
    const { code } = feature?.properties ?? {};
    return { position: [lng, lat], code: code === undefined ? null : String(code), x, y };
  };
  const onHover = useEffectEvent((event: MapMouseEvent | null) =>
    props.onHover(event ? spotAt(event.target, event.point) : null),
  );
  const onClick = useEffectEvent((event: MapMouseEvent) => props.onSelect(spotAt(event.target, event.point)));
  const onKey = useEffectEvent((map: MapLibreMap, event: KeyboardEvent) => {
    if (event.key === 'Escape') props.onClear();
    const { clientWidth, clientHeight } = map.getContainer();
    if (event.key === 'Enter') props.onSelect(spotAt(map, { x: clientWidth / 2, y: clientHeight / 2 }));
  });
  const onMoved = useEffectEvent((map: MapLibreMap) => {
    const { lng, lat } = map.getCenter();
    props.onMove(roundCamera({ lng, lat, zoom: map.getZoom() }));
  });
  const onResize = useEffectEvent((map: MapLibreMap) => {
    if (camera === null) moveCamera(map, null, whole);
  });
  const start = useEffectEvent((container: HTMLElement) =>
    createMap({ container, style, camera, bounds: whole, label }),
  );

  useEffect(() => {
    if (!container.current) return;
    const map = start(container.current);
    const onTop = new MapLibreOverlay({ interleaved: false, layers: [] });
    map.addControl(onTop);
    setOverlay(onTop);
    map.on('mousemove', onHover);
    map.on('mouseout', () => onHover(null));
    map.on('click', onClick);
    // Moves of the reader carry the event that caused them; those of the address bar and of a resize do not.
    map.on('moveend', (event) => {
      if (('originalEvent' in event && event.originalEvent) || 'byReader' in event) onMoved(map);
    });
    map.on('resize', () => onResize(map));
    map.getCanvas().addEventListener('keydown', (event) => onKey(map, event));
    // Before its first style has loaded a map cannot compare it with the next.
    map.once('style.load', () => setMap(map));
    return () => {
      setOverlay(null);
      setMap(null);
      map.remove();
    };
  }, []);

  useEffect(() => void map?.setStyle(style, { diff: true, validate: false }), [map, style]);
  useEffect(() => overlay?.setProps({ layers: [...layers] }), [overlay, layers]);
  useEffect(() => {
    if (map) moveCamera(map, camera, whole);
  }, [map, camera, whole]);
  useEffect(() => {
    if (map && focus) bringIntoSight(map, focus);
  }, [map, focus]);
  useAreaMarks(map, picture.level === null ? null : sourceOf(picture.level), marks);
  usePin(map, props.pin ?? null);
  useContextLoss(map, props.onLost);

  return (
    <>
      <div ref={container} className="map-view" />
      {map && <MapTools map={map} onWhole={props.onWhole} />}
    </>
  );
}

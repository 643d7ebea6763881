import { type ErrorEvent, Map as MapLibreMap, type StyleSpecification, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { Camera } from '../selection/camera.ts';
import { FONT_STACK } from './fonts-for.ts';
import { isPattern, PATTERN_SIZE, patternPixels } from './pattern.ts';

setWorkerUrl(workerUrl);

export interface MapStart {
  readonly container: HTMLElement;
  readonly style: StyleSpecification;
  readonly camera: Camera | null;
  readonly bounds: readonly [number, number, number, number] | null;
  readonly label: string;
}

/** A map without a tile server: flat, north up, its patterns drawn when a layer first asks for them. */
export function createMap({ container, style, camera, bounds, label }: MapStart): MapLibreMap {
  const map = new MapLibreMap({
    container,
    style,
    ...(camera ? { center: [camera.lng, camera.lat] as [number, number], zoom: camera.zoom } : {}),
    ...(camera || !bounds
      ? {}
      : { bounds: [...bounds] as [number, number, number, number], fitBoundsOptions: { padding: 24 } }),
    localIdeographFontFamily: FONT_STACK,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    maxZoom: 18,
    locale: { 'Map.Title': label },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.setMissingStyleImageResolver((id) => {
    const pattern = id.replace(/^pattern:/, '');
    if (!isPattern(pattern) || map.hasImage(id)) return;
    map.addImage(id, { width: PATTERN_SIZE, height: PATTERN_SIZE, data: patternPixels(pattern) }, { pixelRatio: 2 });
  });
  map.on('error', ({ error }: ErrorEvent) => console.warn('map:', error.message));
  return map;
}

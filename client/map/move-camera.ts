import type { Map as MapLibreMap } from 'maplibre-gl';
import { type Camera, roundCamera } from '../selection/camera.ts';
import type { Bounds } from './map-view.tsx';

/** Smaller than this on the screen, in pixels, the records in an area cannot be told apart. */
const TOO_SMALL = 140;

/** Shows what the address bar says: this camera, or everything. Does nothing when it is shown already. */
export function moveCamera(map: MapLibreMap, camera: Camera | null, whole: Bounds | null): void {
  if (camera) {
    const { lng, lat } = map.getCenter();
    const now = roundCamera({ lng, lat, zoom: map.getZoom() });
    if (now.lng === camera.lng && now.lat === camera.lat && now.zoom === camera.zoom) return;
    map.easeTo({ center: [camera.lng, camera.lat], zoom: camera.zoom, duration: 300 });
  } else if (whole) {
    map.fitBounds([...whole], { padding: 24, animate: false });
  }
}

/** Moves to an area that lies outside the view or is too small to make out; leaves the view alone otherwise. */
export function bringIntoSight(map: MapLibreMap, [west, south, east, north]: Bounds): void {
  const view = map.getBounds();
  const inside = view.contains([west, south]) && view.contains([east, north]);
  const from = map.project([west, north]);
  const to = map.project([east, south]);
  if (inside && Math.max(to.x - from.x, to.y - from.y) >= TOO_SMALL) return;
  // The mark tells map-view.tsx that this move is wanted and belongs in the address bar.
  map.fitBounds([west, south, east, north], { padding: 120, maxZoom: 13, duration: 500 }, { byReader: true });
}

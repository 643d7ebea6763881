import type { Resolution } from '../../geodata/model/place.ts';
import type { Camera } from '../selection/camera.ts';
import type { Bounds } from './map-view.tsx';

/** The resolution at which hexagons are neither dust nor slabs: about 8 to 30 pixels across. */
export function resolutionAt(zoom: number): Resolution {
  if (zoom < 10.2) return 7;
  return zoom < 12 ? 8 : 9;
}

/** The zoom of the view: the camera's, or about the one at which everything fits on a map of usual size. */
export function zoomOf(camera: Camera | null, whole: Bounds | null): number {
  if (camera) return camera.zoom;
  if (!whole) return 0;
  return Math.log2((360 / Math.max(1e-6, whole[2] - whole[0])) * (USUAL_WIDTH / TILE));
}

const USUAL_WIDTH = 900;
const TILE = 512;

/** The map and its libraries, two thirds of all code: asked for at once, so that it loads while the figures do. */
export function loadMap() {
  return import('./map-stage.tsx');
}

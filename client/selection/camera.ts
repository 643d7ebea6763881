/** Where the map looks from: the middle of the view in degrees, and MapLibre's zoom. */
export interface Camera {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
}

/** A metre or so, and a hundredth of a zoom step: as fine as a shared link needs. */
export function roundCamera({ lng, lat, zoom }: Camera): Camera {
  return { lng: round(lng, 5), lat: round(lat, 5), zoom: round(zoom, 2) };
}

/** `120.75,31.65,10.2` */
export function printCamera(camera: Camera): string {
  const { lng, lat, zoom } = roundCamera(camera);
  return `${lng},${lat},${zoom}`;
}

/** Null for anything but three numbers within ±180, ±85.05 and 0-24. */
export function parseCamera(text: string | null): Camera | null {
  const [lng, lat, zoom, ...more] = (text ?? '').split(',').map((part) => (part === '' ? Number.NaN : Number(part)));
  if (lng === undefined || lat === undefined || zoom === undefined || more.length > 0) return null;
  if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 85.05 && zoom >= 0 && zoom <= 24)) return null;
  return roundCamera({ lng, lat, zoom });
}

function round(value: number, digits: number): number {
  // `+ 0` turns the −0 of small negative numbers into 0, so that a camera survives being printed.
  return Number(value.toFixed(digits)) + 0;
}

import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Nothing comes from anywhere but this server; MapLibre and the charts set style attributes. */
const CONTENT = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  workerSrc: ["'self'"],
  connectSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  styleSrc: ["'self'"],
  styleSrcAttr: ["'unsafe-inline'"],
  fontSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  objectSrc: ["'none'"],
};

/** No page of ours needs any of these, save one that finds the village where somebody stands. */
const PERMISSIONS = [
  'accelerometer',
  'autoplay',
  'bluetooth',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

/** Answers that carry an ETag may be kept, but must be asked about each time. */
const ASKED_ABOUT = ['/api/areas', '/api/boundaries', '/api/cells'];

export interface HeaderOptions {
  /** Whether the pages may ask for the position of the device. */
  readonly geolocation?: boolean;
}

/** What every answer tells the browser: what may run, who may frame or embed it, and that nobody keeps what the API says. */
export function setHeaders({ geolocation = false }: HeaderOptions = {}): RequestHandler[] {
  // Encryption is the proxy's: only it knows whether to insist on it.
  const shields = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: false,
  });
  const permissions = PERMISSIONS.map((feature) =>
    feature === 'geolocation' && geolocation ? `${feature}=(self)` : `${feature}=()`,
  ).join(', ');
  return [shields, setOurs(permissions)];
}

const setOurs =
  (permissions: string): RequestHandler =>
  ({ path }, res, next) => {
    res.set('Permissions-Policy', permissions);
    if (/^\/+api(\/|$)/i.test(path)) {
      res.set('Cache-Control', ASKED_ABOUT.includes(path) ? 'private, no-cache' : 'private, no-store');
    }
    next();
  };

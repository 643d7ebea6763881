import { type RequestHandler, Router } from 'express';
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

const kept: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'private, no-cache');
  next();
};

const notKept: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'private, no-store');
  next();
};

export interface HeaderOptions {
  /** Whether the pages may ask for the position of the device. */
  readonly geolocation?: boolean;
}

/** What every answer tells the browser: what may run, who may frame or embed it, and that nobody keeps what the API says. */
export function setHeaders({ geolocation = false }: HeaderOptions = {}): Router {
  const router = Router();
  const permissions = PERMISSIONS.map((feature) =>
    feature === 'geolocation' && geolocation ? `${feature}=(self)` : `${feature}=()`,
  ).join(', ');
  // Encryption is the proxy's: only it knows whether to insist on it.
  router.use(
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: CONTENT },
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      crossOriginResourcePolicy: { policy: 'same-origin' },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: false,
    }),
  );
  router.use((_req, res, next) => {
    res.set('Permissions-Policy', permissions);
    next();
  });
  router.use('/api', notKept);
  // `all`, not `get`: a route of one method would answer OPTIONS by itself, before anybody was asked.
  router.all(ASKED_ABOUT, kept);
  return router;
}

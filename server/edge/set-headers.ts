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

/** No page of ours needs any of these. */
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
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/** Answers that carry an ETag may be kept, but must be asked about each time. */
const ASKED_ABOUT = ['/api/areas', '/api/boundaries', '/api/cells'];

/** What every answer tells the browser: what may run, who may frame or embed it, and that nobody keeps what the API says. */
export function setHeaders(): RequestHandler[] {
  // Encryption is the proxy's: only it knows whether to insist on it.
  const shields = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: false,
  });
  return [shields, setOurs];
}

const setOurs: RequestHandler = ({ method, path }, res, next) => {
  res.set('Permissions-Policy', PERMISSIONS);
  if (/^\/+api(\/|$)/i.test(path)) {
    const asked = method === 'GET' && ASKED_ABOUT.includes(path);
    res.set('Cache-Control', asked ? 'private, no-cache' : 'private, no-store');
  }
  next();
};

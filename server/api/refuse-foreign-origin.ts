import type { Request, RequestHandler } from 'express';
import { Problem } from '../problem.ts';

/** What a form of any page can send without being asked for permission. */
const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];

/**
 * Another site's page must not be able to change anything here in a visitor's name, nor to load what the API says into itself;
 * it may link to us. Scripts send no such headers and pass, but not with the body of a form, except for a file.
 */
export const refuseForeignOrigin: RequestHandler = (req, _res, next) => {
  const looks = req.method === 'GET' || req.method === 'HEAD';
  if (looks ? isForeignLook(req) : isForeignChange(req)) {
    throw new Problem(403, '此请求来自其他网站，已拒绝。 This request comes from another site and was refused.');
  }
  next();
};

function isForeignLook(req: Request): boolean {
  const site = req.get('sec-fetch-site');
  // Browsers say nothing but the origin when a page opens a socket.
  if (site === undefined) return isForeignOrigin(req);
  if (site === 'same-origin' || site === 'none') return false;
  return req.get('sec-fetch-mode') !== 'navigate' || !['document', undefined].includes(req.get('sec-fetch-dest'));
}

function isForeignChange(req: Request): boolean {
  const site = req.get('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin';
  if (req.get('origin') !== undefined) return isForeignOrigin(req);
  return req.path !== '/api/uploads' && FORMS.some((type) => req.get('content-type')?.toLowerCase().startsWith(type));
}

function isForeignOrigin(req: Request): boolean {
  const origin = req.get('origin');
  return origin !== undefined && hostOf(origin) !== req.get('host');
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

import type { CookieOptions, Request, Response } from 'express';

/**
 * How a browser reaches us. Over https the cookies carry the prefix `__Host-`, which browsers only take from this very host, over
 * https, for all paths: no neighbouring site and no earlier http answer can plant one. Browsers do not take such cookies, and
 * some no `Secure` ones at all, from http://localhost: there, where nothing leaves the machine, they have plain names. Plain
 * http from anywhere else is unsafe: anybody on the way could read the cookie, so nobody can sign in there.
 */
export type Channel = 'https' | 'loopback' | 'unsafe';

export type CookieName = 'sunmap' | 'sunmap-device' | 'sunmap-provider';

export function channelOf(req: Request): Channel {
  if (req.secure) return 'https';
  const address = req.socket.localAddress ?? '';
  const hostIsLocal = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(req.get('host') ?? '');
  return hostIsLocal && /^(::ffff:)?127\.|^::1$/.test(address) ? 'loopback' : 'unsafe';
}

/** The cookie's value; null when absent, or when it came twice: then one of them was planted. */
export function readCookie(req: Request, name: CookieName): string | null {
  const full = fullName(req, name);
  if (full === null) return null;
  const values = (req.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim().split('='))
    .filter(([key]) => key === full)
    .map(([, ...value]) => value.join('='));
  return values.length === 1 ? (values[0] as string) : null;
}

/** Without `maxAge` (milliseconds) the cookie goes with the browser. On an unsafe channel nothing is set. */
export function setCookie(req: Request, res: Response, name: CookieName, { value, maxAge }: SetCookie): void {
  const full = fullName(req, name);
  if (full !== null) res.cookie(full, value, { ...optionsFor(req), ...(maxAge === undefined ? {} : { maxAge }) });
}

interface SetCookie {
  readonly value: string;
  readonly maxAge?: number;
}

export function clearCookie(req: Request, res: Response, name: CookieName): void {
  const full = fullName(req, name);
  if (full !== null) res.clearCookie(full, optionsFor(req));
}

function fullName(req: Request, name: CookieName): string | null {
  const channel = channelOf(req);
  if (channel === 'unsafe') return null;
  return channel === 'https' ? `__Host-${name}` : name;
}

const optionsFor = (req: Request): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: channelOf(req) === 'https',
});

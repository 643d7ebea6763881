import type { Request, Response } from 'express';
import { setCookie } from '../access/cookies.ts';
import { DEVICE_LASTS } from '../access/device.ts';

/** Gives the browser its new session and the mark of a known browser. */
export function takeSession(
  { req, res }: { req: Request; res: Response },
  { token, device }: { token: string; device: string },
): void {
  setCookie(req, res, 'sunmap', { value: token });
  setCookie(req, res, 'sunmap-device', { value: device, maxAge: DEVICE_LASTS });
}

import type { Request, Response } from 'express';
import type { Access } from '../access/access.ts';
import { setCookie } from '../access/cookies.ts';
import { DEVICE_LASTS } from '../access/device.ts';
import { principalOf } from '../access/principal.ts';
import { revokeSession } from '../access/sessions.ts';

/** Gives the browser its new session and the mark of a known browser. The session that it came with ends: none from before signing in lives on. */
export async function takeSession(
  access: Access,
  { req, res }: { req: Request; res: Response },
  { token, device }: { token: string; device: string },
): Promise<void> {
  await endSession(access, res);
  setCookie(req, res, 'sunmap', { value: token });
  setCookie(req, res, 'sunmap-device', { value: device, maxAge: DEVICE_LASTS });
}

/** Ends the session that the request came with. */
export async function endSession({ db, now }: Access, res: Response): Promise<void> {
  const principal = principalOf(res);
  if (principal) await revokeSession(db, principal.accountId, principal.sessionId, now());
}

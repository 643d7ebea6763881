import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Deletes } from '../../geodata/model/api.ts';
import type { Access } from '../access/access.ts';
import { changePassword } from '../access/change-password.ts';
import { channelOf, clearCookie, readCookie, setCookie } from '../access/cookies.ts';
import { describeSession } from '../access/describe-session.ts';
import { enterSignInFailure } from '../access/enter-sign-in-failure.ts';
import { findPrincipal } from '../access/find-principal.ts';
import { LONGEST } from '../access/password.ts';
import { principalOf, requirePrincipal } from '../access/principal.ts';
import { openNote } from '../access/provider/browser-note.ts';
import { listSessions, revokeSession } from '../access/sessions.ts';
import { type SignInOutcome, signIn } from '../access/sign-in.ts';
import { visitorOf } from '../access/visitor.ts';
import { transaction } from '../db/database.ts';
import { readJson } from '../edge/read-json.ts';
import { Problem } from '../problem.ts';
import { originOf } from '../trace/origin-of.ts';
import { takeSession } from './take-session.ts';

/** Long enough for any password, short enough that hashing it costs nothing. */
export const Password = z
  .string()
  .min(1)
  .max(4 * LONGEST);
export const Code = z.string().min(1).max(60);

const SignIn = z.strictObject({ name: z.string().min(1).max(100), password: Password, code: Code.optional() });
const ChangePassword = z.strictObject({ password: Password, next: Password });
const SessionId = z.strictObject({ id: z.coerce.number().int().positive().max(2_147_483_647) });

export function session(access: Access): Router {
  const router = Router();
  const json = readJson('16kb');

  /** Ends a session of the account that asks, and enters it. False when it is none of its open ones. */
  const end = (res: Response, action: 'sign-out' | 'session.revoke', id: number) =>
    transaction(access.db, async (db) => {
      const ended = await revokeSession(db, requirePrincipal(res).accountId, id, access.now());
      if (ended) await access.trace.change(db, { ...originOf(res), action, subject: { kind: 'session', id: `${id}` } });
      return ended;
    });

  router.get('/api/session', async (req, res) => {
    const stranger = openNote(access.keyring, 'stranger', readCookie(req, 'sunmap-provider'), access.now());
    noStore(res).json(await describeSession(access, principalOf(res), { subject: stranger?.subject ?? null }));
  });

  router.post('/api/session', json, async (req, res) => {
    const request = SignIn.parse(req.body);
    if (channelOf(req) === 'unsafe') {
      throw new Problem(403, '请通过 https 登录。Signing in needs https, or a page on this very machine.');
    }
    const origin = originOf(res);
    const outcome = await signIn(access, request, {
      visitor: visitorOf(req),
      device: readCookie(req, 'sunmap-device'),
      former: principalOf(res),
      origin,
    });
    if (outcome.kind !== 'signed-in') {
      await enterSignInFailure(access, outcome, { name: request.name, origin });
      return void refuse(res, outcome);
    }
    takeSession({ req, res }, outcome);
    noStore(res).json(await describeSession(access, await findPrincipal(access, outcome.token)));
  });

  router.delete('/api/session', async (req, res) => {
    const principal = principalOf(res);
    if (principal) await end(res, 'sign-out', principal.sessionId);
    forget(req, res);
    const issuer = principalOf(res)?.provider?.issuer ?? null;
    noStore(res).json(await describeSession(access, null, { issuer }));
  });

  router.get('/api/session/all', async (_req, res) => {
    const { accountId, sessionId } = requirePrincipal(res);
    const now = access.now();
    noStore(res).json(await listSessions(access.db, { accountId, currentId: sessionId, limits: access.settings, now }));
  });

  router.delete('/api/session/one', async (req, res) => {
    const { id } = SessionId.parse(req.query);
    // Somebody else's session and none at all are the same answer.
    if (!(await end(res, 'session.revoke', id))) {
      throw new Problem(404, `没有编号为 ${id} 的会话。There is no session ${id}.`);
    }
    noStore(res).json({ ended: id } satisfies Deletes['/api/session/one']['body']);
  });

  router.post('/api/password', json, async (req, res) => {
    const request = ChangePassword.parse(req.body);
    const token = await changePassword(access, requirePrincipal(res), {
      ...request,
      visitor: visitorOf(req),
      origin: originOf(res),
    });
    setCookie(req, res, 'sunmap', { value: token });
    noStore(res).json(await describeSession(access, await findPrincipal(access, token)));
  });
  return router;
}

const noStore = (res: Response) => res.set('Cache-Control', 'no-store');

function forget(req: Request, res: Response): void {
  clearCookie(req, res, 'sunmap');
  // What was shown must not come out of the browser's store for the next visitor; the mark of the browser stays.
  res.set('Clear-Site-Data', '"cache"');
}

function refuse(res: Response, outcome: Exclude<SignInOutcome, { kind: 'signed-in' }>): void {
  noStore(res);
  if (outcome.kind === 'slowed') {
    const { seconds } = outcome;
    const error = `尝试过多,请 ${seconds} 秒后再试。Too many attempts: try again in ${seconds} s.`;
    res.status(429).set('Retry-After', String(seconds)).json({ error, seconds });
  } else if (outcome.kind === 'needs-code') {
    res.status(401).json({ error: '请输入动态验证码或恢复码。Give a code of your second factor.', needs: 'code' });
  } else {
    res.status(401).json({ error: '用户名、密码或验证码不正确。The name, the password or the code is not right.' });
  }
}

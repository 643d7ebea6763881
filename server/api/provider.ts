import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { ProviderFailure } from '../../geodata/model/account.ts';
import type { Access } from '../access/access.ts';
import { channelOf, clearCookie, readCookie, setCookie } from '../access/cookies.ts';
import { principalOf } from '../access/principal.ts';
import { beginAttempt } from '../access/provider/begin-attempt.ts';
import { NOTE_LASTS, openNote, sealNote } from '../access/provider/browser-note.ts';
import { finishAttempt } from '../access/provider/finish-attempt.ts';
import { localTarget } from '../access/provider/local-target.ts';
import type { Provider } from '../access/provider/provider.ts';
import { visitorOf } from '../access/visitor.ts';
import type { Log } from '../edge/log.ts';
import { Problem } from '../problem.ts';
import { originOf } from '../trace/origin-of.ts';
import { takeSession } from './take-session.ts';

const Start = z.strictObject({ to: z.string().optional() });
const NOTE = 'sunmap-provider';

/** Signing in at the commission's own identity provider: there, and back. What goes wrong on the way back is told by the sign-in page. */
export function provider(access: Access, log: Log): Router {
  const { keyring, now } = access;
  const router = Router();

  router.get('/api/session/provider', async (req, res) => {
    const provider = requireProvider(access);
    const target = localTarget(Start.parse(req.query).to);
    requireOwnPage(req);
    if (channelOf(req) === 'unsafe') {
      throw new Problem(403, '请通过 https 登录。Signing in needs https, or a page on this very machine.');
    }
    const { address, attempt } = await beginAttempt(provider, target).catch((error) => {
      log.warn({ err: error }, 'the identity provider could not be reached');
      throw new Problem(
        503,
        '暂时无法连接身份认证服务,请稍后再试。The identity provider cannot be reached; try later.',
      );
    });
    setCookie(req, res, NOTE, { value: sealNote(keyring, 'attempt', attempt, now()), maxAge: NOTE_LASTS });
    res.set('Cache-Control', 'no-store').redirect(303, address);
  });

  router.get('/api/session/provider/return', async (req, res) => {
    const provider = requireProvider(access);
    const attempt = openNote(keyring, 'attempt', readCookie(req, NOTE), now());
    clearCookie(req, res, NOTE);
    res.set('Cache-Control', 'no-store');
    if (!attempt) return fail(res, { target: '/', failure: 'expired' });
    const asker = { visitor: visitorOf(req), origin: originOf(res), former: principalOf(res) };
    const finished = await finishAttempt(access, { provider, attempt, query: queryOf(req), asker });
    const { target } = attempt;
    if (finished.kind === 'signed-in') {
      takeSession({ req, res }, finished);
      return res.redirect(303, target);
    }
    const { failure, subject, cause } = finished;
    log.warn({ failure, err: cause }, 'a sign-in at the identity provider failed');
    if (subject !== undefined) {
      setCookie(req, res, NOTE, { value: sealNote(keyring, 'stranger', { subject }, now()), maxAge: NOTE_LASTS });
    }
    fail(res, { target, failure });
  });
  return router;
}

function requireProvider({ provider }: Access): Provider {
  if (provider) return provider;
  throw new Problem(404, '未配置身份认证服务。There is no identity provider.');
}

/** Another site's page must not begin a sign-in here: whoever is at the browser would become somebody else without a word. */
function requireOwnPage(req: Request): void {
  if (['same-origin', 'none', undefined].includes(req.get('sec-fetch-site'))) return;
  throw new Problem(403, '此请求来自其他网站，已拒绝。 This request comes from another site and was refused.');
}

const queryOf = ({ originalUrl }: Request) => {
  const at = originalUrl.indexOf('?');
  return at < 0 ? '' : originalUrl.slice(at);
};

function fail(res: Response, { target, failure }: { target: string; failure: ProviderFailure }): void {
  res.redirect(303, `${target}${target.includes('?') ? '&' : '?'}sign-in=${failure}`);
}

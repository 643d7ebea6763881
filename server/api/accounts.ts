import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { type Account, ROLES, type TemporaryPassword } from '../../geodata/model/account.ts';
import type { Action } from '../../geodata/model/trace.ts';
import type { Access } from '../access/access.ts';
import { findAccount, listAccounts, NOTHING, setAccountState, setGrant, setPassword } from '../access/accounts.ts';
import { enterRefusal } from '../access/enter-refusal.ts';
import { makePassword } from '../access/password.ts';
import { requirePrincipal } from '../access/principal.ts';
import { removeSecondFactor } from '../access/second-factor.ts';
import { revokeSessions } from '../access/sessions.ts';
import type { Database } from '../db/database.ts';
import { readJson } from '../edge/read-json.ts';
import { Problem } from '../problem.ts';
import { changeAccount, createAccountTraced } from '../trace/change-account.ts';
import { originOf } from '../trace/origin-of.ts';

const text = z.string().trim().min(1).max(100);
const AccountId = z.strictObject({ id: z.coerce.number().int().positive().max(2_147_483_647) });
const Nothing = z.strictObject({});
const Create = z.strictObject({ name: text, displayName: text });
const GrantBody = z.strictObject({
  role: z.enum(ROLES).nullable(),
  allAreas: z.boolean(),
  areas: z.array(z.strictObject({ level: text, code: text })).max(1_000),
  allDatasets: z.boolean(),
  datasets: z.array(text).max(1_000),
});

/** Administering accounts; which administrator may do what is in server/access/policy.ts. Nobody changes their own account here. */
export function accounts(access: Access): Router {
  const { db, now, trace } = access;
  const router = Router();
  const json = readJson('256kb');
  router.use(['/api/accounts', '/api/account'], (_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });
  const change = (res: Response, id: number, action: Action, change: (db: Database) => Promise<unknown>) =>
    changeAccount(db, id, { action, change, trace, origin: originOf(res) });

  router.get('/api/accounts', async (req, res) => {
    Nothing.parse(req.query);
    res.json(await listAccounts(db));
  });

  router.post('/api/accounts', json, async (req, res) => {
    const { accountId } = requirePrincipal(res);
    const password = makePassword();
    const entry = {
      ...Create.parse(req.body),
      grant: NOTHING,
      password,
      temporary: true,
      createdBy: accountId,
      now: now(),
    };
    const account = await createAccountTraced(db, entry, { trace, origin: originOf(res) });
    res.status(201).json({ account, temporaryPassword: password } satisfies TemporaryPassword);
  });

  router.post('/api/account/disable', json, async (req, res) => {
    const { id } = await otherAccount(access, req, res);
    res.json(await change(res, id, 'account.disable', (db) => setAccountState(db, id, 'disabled', now())));
  });

  router.post('/api/account/enable', json, async (req, res) => {
    const { id, demo } = await otherAccount(access, req, res);
    if (demo) throw new Problem(409, '演示账号不能启用。Demo accounts cannot be enabled.');
    res.json(await change(res, id, 'account.enable', (db) => setAccountState(db, id, 'enabled', now())));
  });

  // The account stays shut until the security administrator, having asked its owner, enables it again: whoever sees the
  // temporary password cannot use it alone.
  router.post('/api/account/password', json, async (req, res) => {
    const { id, demo } = await otherAccount(access, req, res);
    if (demo) throw new Problem(409, '演示账号不能修改。Demo accounts cannot be changed.');
    const password = makePassword();
    const account = await change(res, id, 'password.reset', async (db) => {
      await setAccountState(db, id, 'disabled', now());
      await setPassword(db, id, { password, temporary: true, now: now() });
    });
    res.json({ account, temporaryPassword: password } satisfies TemporaryPassword);
  });

  router.post('/api/account/grant', json, async (req, res) => {
    const { id, demo } = await otherAccount(access, req, res);
    if (demo) throw new Problem(409, '演示账号不能修改。Demo accounts cannot be changed.');
    const grant = GrantBody.parse(req.body);
    res.json(await change(res, id, 'account.grant', (db) => setGrant(db, id, grant, now())));
  });

  router.delete('/api/account/second-factor', async (req, res) => {
    const { id } = await otherAccount(access, req, res);
    const removed = await change(res, id, 'second-factor.remove', async (db) => {
      await removeSecondFactor(db, id);
      await revokeSessions(db, id, now());
    });
    res.json(removed);
  });

  router.delete('/api/account/sessions', async (req, res) => {
    const { id } = await otherAccount(access, req, res);
    res.json(await change(res, id, 'session.revoke', (db) => revokeSessions(db, id, now())));
  });
  return router;
}

/** The account a request is about. Throws a 404, and a 403 for one's own. */
async function otherAccount({ db, trace }: Access, req: Request, res: Response): Promise<Account> {
  const { id } = AccountId.parse(req.query);
  if (id === requirePrincipal(res).accountId) {
    await enterRefusal(trace, res, { route: `${req.method} ${req.route.path}`, why: 'own-account' });
    throw new Problem(403, '不能更改自己的账号。Nobody changes their own account.');
  }
  return findAccount(db, id);
}

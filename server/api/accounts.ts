import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { type Account, ROLES, type TemporaryPassword } from '../../geodata/model/account.ts';
import type { Access } from '../access/access.ts';
import {
  createAccount,
  findAccount,
  listAccounts,
  NOTHING,
  setAccountState,
  setGrant,
  setPassword,
} from '../access/accounts.ts';
import { makePassword } from '../access/password.ts';
import { requirePrincipal } from '../access/principal.ts';
import { removeSecondFactor } from '../access/second-factor.ts';
import { revokeSessions } from '../access/sessions.ts';
import { Problem } from '../problem.ts';

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
  const { db, now } = access;
  const router = Router();
  const json = express.json({ limit: '256kb' });
  router.use(['/api/accounts', '/api/account'], (_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });

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
    const account = await createAccount(db, entry);
    res.status(201).json({ account, temporaryPassword: password } satisfies TemporaryPassword);
  });

  router.post('/api/account/disable', json, async (req, res) => {
    const { id } = await otherAccount(access, req, res);
    await setAccountState(db, id, 'disabled', now());
    res.json(await findAccount(db, id));
  });

  router.post('/api/account/enable', json, async (req, res) => {
    const { id, demo } = await otherAccount(access, req, res);
    if (demo) throw new Problem(409, '演示账号不能启用。Demo accounts cannot be enabled.');
    await setAccountState(db, id, 'enabled', now());
    res.json(await findAccount(db, id));
  });

  // The account stays shut until the security administrator, having asked its owner, enables it again: whoever sees the
  // temporary password cannot use it alone.
  router.post('/api/account/password', json, async (req, res) => {
    const { id, demo } = await otherAccount(access, req, res);
    if (demo) throw new Problem(409, '演示账号不能修改。Demo accounts cannot be changed.');
    const password = makePassword();
    await setAccountState(db, id, 'disabled', now());
    await setPassword(db, id, { password, temporary: true, now: now() });
    res.json({ account: await findAccount(db, id), temporaryPassword: password } satisfies TemporaryPassword);
  });

  router.post('/api/account/grant', json, async (req, res) => {
    const { id, demo } = await otherAccount(access, req, res);
    if (demo) throw new Problem(409, '演示账号不能修改。Demo accounts cannot be changed.');
    await setGrant(db, id, GrantBody.parse(req.body), now());
    res.json(await findAccount(db, id));
  });

  router.delete('/api/account/second-factor', async (req, res) => {
    const { id } = await otherAccount(access, req, res);
    await removeSecondFactor(access, id);
    await revokeSessions(db, id, now());
    res.json(await findAccount(db, id));
  });

  router.delete('/api/account/sessions', async (req, res) => {
    const { id } = await otherAccount(access, req, res);
    await revokeSessions(db, id, now());
    res.json(await findAccount(db, id));
  });
  return router;
}

/** The account a request is about. Throws a 404, and a 403 for one's own. */
async function otherAccount({ db }: Access, req: Request, res: Response): Promise<Account> {
  const { id } = AccountId.parse(req.query);
  if (id === requirePrincipal(res).accountId) {
    throw new Problem(403, '不能更改自己的账号。Nobody changes their own account.');
  }
  return findAccount(db, id);
}

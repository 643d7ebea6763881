import { Router } from 'express';
import { z } from 'zod';
import type { RecoveryCodes } from '../../geodata/model/account.ts';
import type { Deletes } from '../../geodata/model/api.ts';
import type { Access } from '../access/access.ts';
import { confirmIdentity } from '../access/confirm-identity.ts';
import { requirePrincipal } from '../access/principal.ts';
import { replaceRecoveryCodes } from '../access/recovery-codes.ts';
import { confirmSecondFactor, offerSecondFactor, removeSecondFactor } from '../access/second-factor.ts';
import { type Database, transaction } from '../db/database.ts';
import { readJson } from '../edge/read-json.ts';
import { Problem } from '../problem.ts';
import { changeAccount } from '../trace/change-account.ts';
import { originOf } from '../trace/origin-of.ts';
import { Code, Password } from './session.ts';

const Offer = z.strictObject({ password: Password });
const Confirm = z.strictObject({ password: Password, code: z.string().regex(/^\d{6}$/, 'must be six digits') });
const Identity = z.strictObject({ password: Password, code: Code });

/** One's own second factor. Every change asks for the password again, and for a code once there is one. */
export function secondFactor(access: Access): Router {
  const router = Router();
  const json = readJson('16kb');
  router.use(['/api/second-factor', '/api/recovery-codes'], (_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });

  router.post('/api/second-factor', json, async (req, res) => {
    const { password } = Offer.parse(req.body);
    const proof = { password, needsCode: false, origin: originOf(res) };
    const account = await confirmIdentity(access, requirePrincipal(res), proof);
    res.status(201).json(await offerSecondFactor(access, account));
  });

  router.post('/api/second-factor/confirmation', json, async (req, res) => {
    const { password, code } = Confirm.parse(req.body);
    const origin = originOf(res);
    const account = await confirmIdentity(access, requirePrincipal(res), { password, needsCode: false, origin });
    res.status(201).json(await confirmSecondFactor(access, account, { code, origin }));
  });

  router.delete('/api/second-factor', json, async (req, res) => {
    const identity = Identity.parse(req.body);
    const origin = originOf(res);
    const { id } = await confirmIdentity(access, requirePrincipal(res), { ...identity, needsCode: true, origin });
    const change = (db: Database) => removeSecondFactor(db, id);
    await changeAccount(access.db, id, { action: 'second-factor.remove', change, trace: access.trace, origin });
    res.json({ removed: true } satisfies Deletes['/api/second-factor']['body']);
  });

  router.post('/api/recovery-codes', json, async (req, res) => {
    const identity = Identity.parse(req.body);
    const origin = originOf(res);
    const proof = { ...identity, needsCode: true, origin };
    const { id, totpSecret } = await confirmIdentity(access, requirePrincipal(res), proof);
    if (totpSecret === null) throw new Problem(409, '请先启用双因素认证。Set up a second factor first.');
    const recoveryCodes = await transaction(access.db, async (db) => {
      const codes = await replaceRecoveryCodes(db, id);
      const subject = { kind: 'account', id: `${id}` };
      await access.trace.change(db, {
        ...origin,
        action: 'recovery-code.make',
        subject,
        after: { count: codes.length },
      });
      return codes;
    });
    res.status(201).json({ recoveryCodes } satisfies RecoveryCodes);
  });
  return router;
}

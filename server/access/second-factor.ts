import type { RecoveryCodes, SecondFactorOffer } from '../../geodata/model/account.ts';
import { type Database, transaction } from '../db/database.ts';
import type { Credentials } from '../db/queries.ts';
import { sql } from '../db/sql.ts';
import { Problem } from '../problem.ts';
import type { Origin } from '../trace/origin-of.ts';
import type { Access } from './access.ts';
import { base32 } from './base32.ts';
import { replaceRecoveryCodes, spendRecoveryCode } from './recovery-codes.ts';
import { findStep, makeTotpSecret, otpauthUri } from './totp.ts';

const ownerOf = (accountId: number) => `totp ${accountId}`;

/** Makes a second factor that counts once `confirmSecondFactor` was given a code of it. Throws a 409 when there is one. */
export async function offerSecondFactor({ db, keyring }: Access, account: Credentials): Promise<SecondFactorOffer> {
  if (account.totpSecret !== null) {
    throw new Problem(409, '已启用双因素认证,请先停用。There is a second factor already; take it away first.');
  }
  const secret = makeTotpSecret();
  await sql(db, 'accounts/set_pending_totp', { id: account.id, sealed: keyring.seal(ownerOf(account.id), secret) });
  return { secret: base32(secret), uri: otpauthUri(secret, account.name) };
}

/** Throws a 409 when nothing was offered, a 400 when the code is not one of what was. */
export async function confirmSecondFactor(
  { db, keyring, now, trace }: Access,
  account: Credentials,
  { code, origin }: { code: string; origin: Origin },
): Promise<RecoveryCodes> {
  const sealed = account.totpPending;
  if (sealed === null) throw new Problem(409, '请先生成密钥。Ask for a secret first.');
  const step = findStep(keyring.unseal(ownerOf(account.id), sealed), code, { now: now(), lastStep: 0 });
  if (step === null) throw new Problem(400, '验证码不正确,请核对设备时间。The code is not right; check the clock.');
  return transaction(db, async (db) => {
    const [confirmed] = await sql(db, 'accounts/confirm_totp', { id: account.id, sealed, step });
    if (!confirmed) throw new Problem(409, '密钥已更换,请重新扫码。The secret was replaced; scan the new one.');
    const recoveryCodes = await replaceRecoveryCodes(db, account.id);
    const after = { secondFactor: true, recoveryCodes: recoveryCodes.length };
    const subject = { kind: 'account', id: `${account.id}` };
    await trace.change(db, {
      ...origin,
      action: 'second-factor.enrol',
      subject,
      before: { secondFactor: false },
      after,
    });
    return { recoveryCodes };
  });
}

export type Factor = 'totp' | 'recovery-code';

/** Which kind of code of the account this is, null when it is none; whichever it is, it is used up. */
export async function spendCode(
  { db, keyring, now, trace }: Access,
  account: Credentials,
  { code, origin }: { code: string; origin: Origin },
): Promise<Factor | null> {
  if (account.totpSecret === null) return null;
  if (!/^\d{6}$/.test(code)) {
    const spent = await transaction(db, async (db) => {
      if (!(await spendRecoveryCode(db, account.id, code, now()))) return false;
      const subject = { kind: 'account', id: `${account.id}` };
      await trace.change(db, { ...origin, action: 'recovery-code.use', subject });
      return true;
    });
    return spent ? 'recovery-code' : null;
  }
  const secret = keyring.unseal(ownerOf(account.id), account.totpSecret);
  const step = findStep(secret, code, { now: now(), lastStep: account.totpStep });
  return step !== null && (await sql(db, 'accounts/use_step', { id: account.id, step })).length === 1 ? 'totp' : null;
}

/** Takes the second factor and its recovery codes away. */
export async function removeSecondFactor(db: Database, accountId: number): Promise<void> {
  await transaction(db, async (db) => {
    await sql(db, 'accounts/clear_totp', { id: accountId });
    await sql(db, 'recovery_codes/delete_all', { id: accountId });
  });
}

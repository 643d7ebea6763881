import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { base32 } from './base32.ts';

const CODES = 10;
/** 120 bits, 24 characters. Above 112 bits a plain hash is enough (ASVS 6.5.2): there is nothing to guess. */
const BYTES = 15;

/** Replaces an account's recovery codes; returns the new ones, which are known nowhere else. To be called in a transaction. */
export async function replaceRecoveryCodes(db: Database, accountId: number): Promise<string[]> {
  const codes = Array.from({ length: CODES }, () => base32(randomBytes(BYTES)).replace(/.{6}(?!$)/g, '$&-'));
  await sql(db, 'recovery_codes/delete_all', { id: accountId });
  await sql(db, 'recovery_codes/insert_batch', { id: accountId, hashes: codes.map(hashOf) });
  return codes;
}

/** Uses a recovery code up. False when it is none of the account's, or was used before. */
export async function spendRecoveryCode(db: Database, accountId: number, code: string, now: Date): Promise<boolean> {
  return (await sql(db, 'recovery_codes/use', { id: accountId, hash: hashOf(code), now })).length === 1;
}

const hashOf = (code: string) => createHash('sha256').update(fold(code)).digest('hex');

/** As people type it: any case, with or without hyphens. */
const fold = (code: string) => code.toUpperCase().replace(/[^A-Z2-7]/g, '');

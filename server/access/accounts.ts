import type { Account, Grant } from '../../geodata/model/account.ts';
import { findDataset } from '../dataset/datasets.ts';
import { type Database, transaction } from '../db/database.ts';
import type { GrantColumns, StoredAccount } from '../db/queries.ts';
import { EVERYTHING } from '../db/sight.ts';
import { sql } from '../db/sql.ts';
import { Problem } from '../problem.ts';
import { foldName, readName } from './account-name.ts';
import { hashPassword } from './password.ts';
import { revokeSessions } from './sessions.ts';

/** Signed in, and nothing to see: what an account has until the security administrator grants more. */
export const NOTHING: Grant = { role: null, allAreas: false, areas: [], allDatasets: false, datasets: [] };

/** All accounts by name, without their secrets. */
export async function listAccounts(db: Database): Promise<Account[]> {
  return (await sql(db, 'accounts/list', { id: null })).map(publish);
}

/** Whether there is anybody who could sign in. */
export async function hasAccounts(db: Database): Promise<boolean> {
  return (await listAccounts(db)).some(({ state }) => state === 'enabled');
}

/** Throws a 404. */
export async function findAccount(db: Database, id: number): Promise<Account> {
  const [row] = await sql(db, 'accounts/list', { id });
  if (!row) throw new Problem(404, `没有编号为 ${id} 的账号。There is no account ${id}.`);
  return publish(row);
}

/** By what the person signs in with. Throws a 404. */
export async function findAccountByName(db: Database, name: string): Promise<Account> {
  const found = (await listAccounts(db)).find((account) => account.name === foldName(name));
  if (!found) throw new Problem(404, `There is no account “${foldName(name)}”.`);
  return found;
}

export interface AccountEntry {
  readonly name: string;
  readonly displayName: string;
  readonly grant: Grant;
  readonly password: string;
  /** Whether the password must be changed at the first sign-in. */
  readonly temporary: boolean;
  /** Null when made by command. */
  readonly createdBy: number | null;
  readonly now: Date;
}

/** Throws a 400 for a bad name or an unknown area, a 404 for an unknown dataset, a 409 when the name is taken. */
export async function createAccount(
  db: Database,
  { name, displayName, grant, password, temporary, createdBy, now }: AccountEntry,
): Promise<Account> {
  const passwordHash = await hashPassword(password);
  return transaction(db, async (db) => {
    const [created] = await sql(db, 'accounts/insert', {
      name: readName(name),
      displayName,
      role: grant.role,
      allAreas: grant.allAreas,
      allDatasets: grant.allDatasets,
      demo: false,
      passwordHash,
      passwordTemporary: temporary,
      now,
      createdBy,
    });
    if (!created) throw new Problem(409, '用户名已被使用。The name is taken.');
    await grantScope(db, created.id, grant);
    return findAccount(db, created.id);
  });
}

/** Disabling ends every session at once; enabling brings none back. */
export async function setAccountState(db: Database, id: number, state: Account['state'], now: Date): Promise<void> {
  await transaction(db, async (db) => {
    await sql(db, 'accounts/set_state', { id, state });
    await revokeSessions(db, id, now);
  });
}

/** Replaces role and scope; whoever is signed in signs in again, with the new ones. */
export async function setGrant(db: Database, id: number, grant: Grant, now: Date): Promise<void> {
  await transaction(db, async (db) => {
    const { role, allAreas, allDatasets } = grant;
    await sql(db, 'accounts/set_grant', { id, role, allAreas, allDatasets });
    await grantScope(db, id, grant);
    await revokeSessions(db, id, now);
  });
}

/** Replaces the password and ends every session. */
export async function setPassword(
  db: Database,
  id: number,
  { password, temporary, now }: { password: string; temporary: boolean; now: Date },
): Promise<void> {
  const passwordHash = await hashPassword(password);
  await transaction(db, async (db) => {
    await sql(db, 'accounts/set_password', { id, passwordHash, temporary, now });
    await revokeSessions(db, id, now);
  });
}

async function grantScope(db: Database, id: number, { areas, datasets }: Grant): Promise<void> {
  for (const level of new Set(areas.map((area) => area.level))) {
    const known = new Set((await sql(db, 'areas/list', { level })).map(({ code }) => code));
    const missing = areas.find((area) => area.level === level && !known.has(area.code));
    if (missing) throw new Problem(400, `没有该区域:${level} ${missing.code}。There is no such area.`);
  }
  const datasetIds = [];
  for (const dataset of new Set(datasets)) datasetIds.push((await findDataset(db, dataset, EVERYTHING)).key);
  const distinct = [...new Map(areas.map((area) => [`${area.level} ${area.code}`, area])).values()];
  await sql(db, 'accounts/delete_areas', { id });
  await sql(db, 'accounts/delete_datasets', { id });
  await sql(db, 'accounts/insert_areas', {
    id,
    levels: distinct.map(({ level }) => level),
    codes: distinct.map(({ code }) => code),
  });
  await sql(db, 'accounts/insert_datasets', { id, datasetIds });
}

export const scopeOf = ({ allAreas, areas, allDatasets, datasets }: GrantColumns) => ({
  allAreas,
  areas,
  allDatasets,
  datasets,
});

const publish = (row: StoredAccount): Account => ({
  id: row.id,
  name: row.name,
  displayName: row.displayName,
  role: row.role,
  state: row.state,
  scope: scopeOf(row),
  demo: row.demo,
  secondFactor: row.secondFactor,
  passwordTemporary: row.passwordTemporary,
  passwordSetAt: row.passwordSetAt.toISOString(),
  createdAt: row.createdAt.toISOString(),
  createdBy: row.createdBy,
});

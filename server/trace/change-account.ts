import type { Account } from '../../geodata/model/account.ts';
import type { Action, Json } from '../../geodata/model/trace.ts';
import { type AccountEntry, createAccount, findAccount } from '../access/accounts.ts';
import { type Database, transaction } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import type { Origin } from './origin-of.ts';
import type { Trace } from './trace.ts';

/** Where a change is entered, and in whose name. */
export interface Witness {
  readonly trace: Trace;
  readonly origin: Origin;
}

/** Changes an account and enters how it was and how it is, or does neither. Throws a 404. */
export function changeAccount(
  db: Database,
  id: number,
  { action, change, trace, origin }: Witness & { action: Action; change: (db: Database) => Promise<unknown> },
): Promise<Account> {
  return transaction(db, async (db) => {
    await sql(db, 'accounts/hold', { id });
    const before = await findAccount(db, id);
    await change(db);
    const after = await findAccount(db, id);
    await trace.change(db, { ...origin, action, subject: subjectOf(id), before: facts(before), after: facts(after) });
    return after;
  });
}

/** Makes an account and enters it, or does neither. Throws as `createAccount` does. */
export function createAccountTraced(db: Database, entry: AccountEntry, { trace, origin }: Witness): Promise<Account> {
  return transaction(db, async (db) => {
    const account = await createAccount(db, entry);
    const { id } = account;
    await trace.change(db, { ...origin, action: 'account.create', subject: subjectOf(id), after: facts(account) });
    return account;
  });
}

const subjectOf = (id: number) => ({ kind: 'account', id: `${id}` });

/** What an account is and may, without what proves it. */
function facts({ name, displayName, state, role, scope, secondFactor, passwordTemporary }: Account): Json {
  const { allAreas, areas, allDatasets, datasets } = scope;
  return {
    name,
    displayName,
    state,
    role,
    areas: allAreas ? 'all' : areas.map(({ level, code }) => `${level}:${code}`),
    datasets: allDatasets ? 'all' : [...datasets],
    secondFactor,
    passwordTemporary,
  };
}

import type { DemoAccount } from '../../geodata/model/account.ts';
import { isSynthetic } from '../dataset/is-synthetic.ts';
import { type Database, transaction } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { hashPassword, makePassword } from './password.ts';

const READY = [
  { role: 'leader', name: 'demo-leader', displayName: '演示领导 Demo leader' },
  { role: 'inspector', name: 'demo-inspector', displayName: '演示检查人员 Demo inspector' },
  { role: 'steward', name: 'demo-steward', displayName: '演示数据管理员 Demo data steward' },
] as const;

/**
 * Three ready accounts with new passwords, for a database in which every record is made up; none anywhere else, where those of
 * earlier are disabled. A name that a real account took is left alone.
 */
export async function openDemoAccounts(
  db: Database,
  { wanted, now }: { wanted: boolean; now: Date },
): Promise<DemoAccount[]> {
  const made = await Promise.all(
    READY.map(async (account) => {
      const password = makePassword();
      return { ...account, password, passwordHash: await hashPassword(password) };
    }),
  );
  return transaction(db, async (db) => {
    await disableDemoAccounts(db);
    if (!wanted || !(await isSynthetic(db))) return [];
    const ready: DemoAccount[] = [];
    for (const { password, ...account } of made) {
      const [row] = await sql(db, 'accounts/upsert_demo', { ...account, now });
      if (row) ready.push({ role: account.role, name: account.name, password });
    }
    return ready;
  });
}

/** To be called before anything real comes in. Their sessions end with them. */
export async function disableDemoAccounts(db: Database): Promise<void> {
  await sql(db, 'accounts/disable_demo', {});
}

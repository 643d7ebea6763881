import { expect, test } from 'vitest';
import { actsOn, undoOf } from '../../client/admin/acts.ts';
import { findAccounts } from '../../client/admin/find-accounts.ts';
import { grantWords } from '../../client/admin/scope-names.ts';
import type { Account } from '../../geodata/model/account.ts';
import { writingIn } from './writing.ts';

const account = (part: Partial<Account>): Account => ({
  id: 1,
  name: 'li.si',
  displayName: '李四',
  role: 'inspector',
  state: 'enabled',
  scope: { allAreas: false, areas: [], allDatasets: false, datasets: [] },
  demo: false,
  secondFactor: false,
  passwordTemporary: false,
  passwordSetAt: '2026-01-01T00:00:00Z',
  createdAt: '2026-01-01T00:00:00Z',
  createdBy: null,
  ...part,
});

const ACCOUNTS = [
  account({}),
  account({ id: 2, name: 'wang.wu', displayName: '王五', role: null }),
  account({ id: 3, name: 'zhao.liu', displayName: '赵六', state: 'disabled', role: null }),
];
const idsOf = (accounts: readonly Account[]) => accounts.map(({ id }) => id);

test('accounts are found by both names in any case, and by state', () => {
  expect(idsOf(findAccounts(ACCOUNTS, { text: ' LI', state: 'all' }))).toEqual([1, 3]);
  expect(idsOf(findAccounts(ACCOUNTS, { text: '王', state: 'all' }))).toEqual([2]);
  expect(idsOf(findAccounts(ACCOUNTS, { text: '', state: 'disabled' }))).toEqual([3]);
  expect(idsOf(findAccounts(ACCOUNTS, { text: '', state: 'waiting' })), 'enabled, and without a role').toEqual([2]);
});

test('each administrator is offered what is theirs, and what can be done now', () => {
  const [enabled, , disabled] = ACCOUNTS as [Account, Account, Account];
  expect(actsOn(enabled, 'system-admin')).toEqual(['password', 'sessions', 'disable']);
  expect(actsOn(disabled, 'system-admin')).toEqual(['password']);
  expect(actsOn(disabled, 'security-admin')).toEqual(['enable']);
  expect(actsOn(account({ secondFactor: true }), 'security-admin')).toContain('second-factor');
  expect(actsOn(account({ demo: true, state: 'disabled' }), 'security-admin')).toEqual([]);
  expect([actsOn(enabled, 'inspector'), actsOn(enabled, null)]).toEqual([[], []]);
  expect(undoOf('disable', 'system-admin'), 'enabling is the other administrator’s').toBeNull();
  expect(undoOf('disable', 'security-admin')).toBe('enable');
});

test('nothing granted is said as nothing, and what has no known name by its code', () => {
  const { scope } = account({});
  expect(grantWords({ role: null, ...scope }, undefined, writingIn('zh'))).toEqual({
    role: '未授予角色',
    areas: '无',
    datasets: '无',
  });
  const areas = [{ level: 'village', code: '320581001201' }];
  const grant = { ...scope, role: 'leader' as const, areas, allDatasets: true };
  expect(grantWords(grant, undefined, writingIn('en'))).toEqual({
    role: 'Leader',
    areas: 'Village 320581001201',
    datasets: 'All',
  });
});

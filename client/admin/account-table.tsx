import type { Account, Grantable } from '../../geodata/model/account.ts';
import { Go } from '../selection/go.tsx';
import { useText } from '../text/use-text.ts';
import { isWaiting } from './find-accounts.ts';
import { grantOf, grantWords } from './scope-names.ts';

interface AccountTableProps {
  readonly accounts: readonly Account[];
  readonly known: Grantable | undefined;
  readonly chosen: number | null;
}

/** One account in each row; its name leads to everything about it. */
export function AccountTable({ accounts, known, chosen }: AccountTableProps) {
  const { t, ...speech } = useText();
  return (
    <table className="account-table">
      <thead>
        <tr>
          <th scope="col">{t('admin.person')}</th>
          <th scope="col">{t('account.role')}</th>
          <th scope="col" className="wide-only">
            {t('account.areas')}
          </th>
          <th scope="col">{t('admin.state')}</th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => {
          const words = grantWords(grantOf(account), known, { t, ...speech });
          return (
            <tr key={account.id} data-chosen={account.id === chosen}>
              <th scope="row">
                <Go to={`/accounts?account=${account.id}`} current={account.id === chosen}>
                  {account.displayName}
                </Go>
                <small>{account.name}</small>
              </th>
              <td>{words.role}</td>
              <td className="wide-only">{words.areas}</td>
              <td>
                <AccountState account={account} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Enabled, disabled, or waiting for a role. */
export function AccountState({ account }: { account: Account }) {
  const { t } = useText();
  const state = isWaiting(account) ? 'waiting' : account.state;
  return <span className={`account-state account-state-${state}`}>{t(`admin.state.${state}`)}</span>;
}

import type { Account } from '../../geodata/model/account.ts';

export type StateFilter = 'all' | 'enabled' | 'disabled' | 'waiting';

/** Made, and not yet given a role: somebody waits for the security administrator. */
export const isWaiting = ({ role, state }: Account): boolean => role === null && state === 'enabled';

/** The accounts of a state whose name or display name contains the text, whatever its case. */
export function findAccounts(
  accounts: readonly Account[],
  { text, state }: { readonly text: string; readonly state: StateFilter },
): Account[] {
  const sought = text.trim().toLowerCase();
  return accounts.filter((account) => {
    if (state === 'waiting' ? !isWaiting(account) : state !== 'all' && account.state !== state) return false;
    return `${account.name}\n${account.displayName}`.toLowerCase().includes(sought);
  });
}

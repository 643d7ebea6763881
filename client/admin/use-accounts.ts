import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Account, Grantable } from '../../geodata/model/account.ts';
import { useGet } from '../data/use-get.ts';

export interface Accounts {
  readonly accounts: readonly Account[] | undefined;
  /** Names of areas and datasets that were granted to anybody. */
  readonly known: Grantable | undefined;
  readonly error: Error | null;
  /** Asks again, after something was changed here or elsewhere. */
  readonly refresh: () => Promise<void>;
}

export function useAccounts(): Accounts {
  const client = useQueryClient();
  const accounts = useGet('/api/accounts', {});
  const known = useGet('/api/scopes', {});
  const refresh = useCallback(async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['/api/accounts'] }),
      client.invalidateQueries({ queryKey: ['/api/scopes'] }),
    ]);
  }, [client]);
  return { accounts: accounts.data, known: known.data, error: accounts.error ?? known.error, refresh };
}

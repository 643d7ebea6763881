import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { SessionState } from '../../geodata/model/account.ts';
import { ask, getSession } from '../data/api.ts';
import { SESSION_KEY } from '../data/query-client.ts';
import { revealsPeople, seesRecords } from './pages-of.ts';

/** Who is signed in. Asked once, and again when the server no longer knows us. */
export function useSession(): UseQueryResult<SessionState, Error> {
  return useQuery({ queryKey: SESSION_KEY, queryFn: ({ signal }) => getSession(signal), staleTime: Infinity });
}

/** Takes over what the server says of the session; what the former visitor had seen is forgotten. */
export function useEnter(): (state: SessionState) => void {
  const client = useQueryClient();
  return useCallback(
    (state) => {
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
      client.setQueryData(SESSION_KEY, state);
    },
    [client],
  );
}

/** Ends the session, here and on the server. */
export function useSignOut(): () => Promise<void> {
  const enter = useEnter();
  return useCallback(async () => enter(await ask<SessionState>('DELETE', '/api/session')), [enter]);
}

/** Asks who we are again, after something of the account changed. */
export function useRefreshSession(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ queryKey: SESSION_KEY }), [client]);
}

/** Whether single records are shown to whoever is signed in; the server refuses them otherwise. */
export function useSeesRecords(): boolean {
  return seesRecords(useSession().data);
}

/** Whether whoever is signed in may see records in plain, once they say what for. */
export function useRevealsPeople(): boolean {
  return revealsPeople(useSession().data);
}

import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './api.ts';

export const SESSION_KEY = ['/api/session'] as const;

/** Figures change only with an import, which clears what it changes; a mistake of ours is not asked again. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    // The session ended, here or elsewhere: ask who we are, and the page offers to sign in where the visitor stands.
    onError: (error, { queryKey }) => {
      if (error instanceof ApiError && error.status === 401 && queryKey[0] !== SESSION_KEY[0]) {
        void queryClient.invalidateQueries({ queryKey: SESSION_KEY });
      }
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.status < 500),
      retryDelay: (attempt) => 400 * 2 ** attempt,
    },
  },
});

import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api.ts';

/** Figures change only with an import, which clears what it changes; a mistake of ours is not asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.status < 500),
      retryDelay: (attempt) => 400 * 2 ** attempt,
    },
  },
});

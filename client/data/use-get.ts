import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Api } from '../../geodata/model/api.ts';
import { addressOf, get } from './api.ts';

/**
 * The server's answer to a question; null asks nothing. The former answer stays while the next one is fetched, so that the
 * page does not blink: look at `isPlaceholderData` where that would mislead.
 */
export function useGet<Path extends keyof Api>(
  path: Path,
  query: Api[Path]['query'] | null,
  options: { readonly keep?: boolean; readonly every?: number | false } = {},
): UseQueryResult<Api[Path]['body'], Error> {
  const { keep = true, every = false } = options;
  return useQuery<Api[Path]['body'], Error>({
    queryKey: [path, query === null ? null : addressOf(path, query)],
    queryFn: ({ signal }) => get(path, query ?? ({} as Api[Path]['query']), signal),
    enabled: query !== null,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
    refetchInterval: every,
  });
}

import { useQuery } from '@tanstack/react-query';

/** geodata/h3/cells.ts, loaded with the first hexagons: h3-js is most of the page's weight and villages do not need it. */
export function useCellFinder(wanted: boolean) {
  return useQuery({
    queryKey: ['cell-finder'],
    queryFn: () => import('../../geodata/h3/cells.ts'),
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}

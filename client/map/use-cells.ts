import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Period } from '../../geodata/model/period.ts';
import type { Resolution } from '../../geodata/model/place.ts';
import { addressOf } from '../data/api.ts';
import type { CellPicture } from './cell-picture.ts';
import { createWorkerCall } from './worker-call.ts';

const decode = createWorkerCall<{ address: string }, CellPicture>(
  () => new Worker(new URL('./cell-worker.ts', import.meta.url), { type: 'module' }),
);

export type CellsQuery = Period & { readonly dataset: string; readonly resolution: Resolution };

/** The cells of a dataset and period at one resolution, fetched, decoded and meshed in a worker; null asks for none. */
export function useCells(query: CellsQuery | null) {
  const address = query && new URL(addressOf('/api/cells', query), location.origin).href;
  return useQuery({
    queryKey: ['cells', address],
    queryFn: () => decode({ address: address ?? '' }),
    enabled: address !== null,
    placeholderData: keepPreviousData,
    // Megabytes each: only a few of those last seen are kept.
    gcTime: 60_000,
    structuralSharing: false,
  });
}

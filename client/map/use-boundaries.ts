import { useQueries } from '@tanstack/react-query';
import { addressOf } from '../data/api.ts';
import type { LevelBoundaries } from './boundaries.ts';
import { createWorkerCall } from './worker-call.ts';

const locate = createWorkerCall<{ level: string; address: string }, LevelBoundaries>(
  () => new Worker(new URL('./boundary-worker.ts', import.meta.url), { type: 'module' }),
);

/** Where the map and the worker fetch a level from; the same address, so that the browser keeps one copy. Absolute for workers. */
export function boundariesAddress(level: string): string {
  return new URL(addressOf('/api/boundaries', { level }), location.origin).href;
}

/** Where the areas of these levels lie, once all of them have come. */
export function useBoundaries(levels: readonly string[]): readonly LevelBoundaries[] | null {
  return useQueries({
    queries: levels.map((level) => ({
      queryKey: ['boundaries', level],
      queryFn: () => locate({ level, address: boundariesAddress(level) }),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: together,
  });
}

// Outside the component, so that the combined list keeps its identity while nothing changes.
function together(results: readonly { data: LevelBoundaries | undefined }[]): readonly LevelBoundaries[] | null {
  const all = results.flatMap(({ data }) => (data ? [data] : []));
  return all.length === results.length ? all : null;
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { PreviewRequest } from '../../geodata/model/import-api.ts';
import type { FilePreview } from '../../geodata/model/preview.ts';
import { post } from '../data/api.ts';

/** How a file would be read. The last preview stays in sight while another is made, and beside the sentence when none can be. */
export function useFilePreview(request: PreviewRequest) {
  const last = useRef<FilePreview | null>(null);
  const { data, error, isFetching, refetch } = useQuery<FilePreview, Error>({
    queryKey: ['/api/preview', request],
    queryFn: () => post('/api/preview', request),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (data) last.current = data;
  return { preview: data ?? last.current, error, isFetching, refetch };
}

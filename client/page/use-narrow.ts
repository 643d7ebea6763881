import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 899px)';

/** Whether the page is laid out for a phone; the same width as in phone.css. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);
}

function subscribe(tell: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener('change', tell);
  return () => query.removeEventListener('change', tell);
}

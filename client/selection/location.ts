import { useSyncExternalStore } from 'react';

// The History API has no event for pushState, so the page tells itself.
const CHANGED = 'sunmap:location';

/** Goes to an address of this site without loading the page again. */
export function goTo(address: string, { replace = false } = {}): void {
  if (address === location.pathname + location.search) return;
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  dispatchEvent(new Event(CHANGED));
}

/** Path and search of the address bar, kept up to date through back and forward. */
export function useLocation(): { readonly path: string; readonly search: string } {
  const address = useSyncExternalStore(subscribe, () => location.pathname + location.search);
  const at = address.indexOf('?');
  return at < 0 ? { path: address, search: '' } : { path: address.slice(0, at), search: address.slice(at) };
}

function subscribe(tell: () => void): () => void {
  addEventListener('popstate', tell);
  addEventListener(CHANGED, tell);
  return () => {
    removeEventListener('popstate', tell);
    removeEventListener(CHANGED, tell);
  };
}

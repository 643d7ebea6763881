import { useEffect, useState } from 'react';

/** Which place the address names; the level is left out where it is the usual one. */
export interface Address {
  readonly code: string | null;
  readonly level: string | null;
}

const MOVED = 'villager-moved';

/** `/`, `/?code=320581001201` or `/?code=320581001&level=town`. */
export function hrefOf({ code, level }: Address): string {
  if (code === null) return '/';
  return `/?${new URLSearchParams(level === null ? { code } : { code, level })}`;
}

/** Goes to a place without loading the page again. */
export function go(address: Address): void {
  history.pushState(null, '', hrefOf(address));
  dispatchEvent(new Event(MOVED));
}

/** What the address names, now and after every move. */
export function useAddress(): Address {
  const [search, setSearch] = useState(location.search);
  useEffect(() => {
    const look = () => setSearch(location.search);
    addEventListener('popstate', look);
    addEventListener(MOVED, look);
    return () => {
      removeEventListener('popstate', look);
      removeEventListener(MOVED, look);
    };
  }, []);
  const params = new URLSearchParams(search);
  return { code: params.get('code'), level: params.get('level') };
}

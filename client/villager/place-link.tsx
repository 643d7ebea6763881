import type { ReactNode } from 'react';
import { type Address, go, hrefOf } from './use-address.ts';

/** A link within the page: a real address, gone to without loading the page again. */
export function PlaceLink({ to, children }: { to: Address; children: ReactNode }) {
  return (
    <a
      href={hrefOf(to)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}

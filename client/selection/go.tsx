import type { MouseEvent, ReactNode } from 'react';
import { goTo } from './location.ts';
import type { Selection } from './selection.ts';
import { useSelection } from './use-selection.ts';

interface GoProps {
  readonly to: Partial<Selection> | string;
  readonly className?: string;
  readonly label?: string;
  readonly current?: boolean;
  readonly children: ReactNode;
}

/** A link within the page: a change of the selection, or another path. Opens in a new tab like any other link. */
export function Go({ to, className, label, current, children }: GoProps) {
  const { hrefOf } = useSelection();
  const href = typeof to === 'string' ? to : hrefOf(to);
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    goTo(href);
  };
  return (
    <a
      href={href}
      onClick={follow}
      className={className}
      aria-label={label}
      aria-current={current ? 'true' : undefined}
    >
      {children}
    </a>
  );
}

import { useCallback, useMemo } from 'react';
import { changeSelection } from './change-selection.ts';
import { goTo, useLocation } from './location.ts';
import { parseSelection, printSelection, type Selection } from './selection.ts';

export interface Selecting {
  readonly selection: Selection;
  /** Changes the address. `replace` leaves no step for the back button, as when the map is dragged. */
  readonly select: (change: Partial<Selection>, options?: { replace?: boolean }) => void;
  /** The address that `select` would go to, for real links. */
  readonly hrefOf: (change: Partial<Selection>) => string;
}

/** The selection of the address bar. */
export function useSelection(): Selecting {
  const { search } = useLocation();
  const selection = useMemo(() => parseSelection(search), [search]);
  const hrefOf = useCallback(
    (change: Partial<Selection>) => `/${printSelection(changeSelection(selection, change))}`,
    [selection],
  );
  // Reads the address again: a map event may arrive between a change of address and the next drawing.
  const select = useCallback((change: Partial<Selection>, options?: { replace?: boolean }) => {
    goTo(`/${printSelection(changeSelection(parseSelection(location.search), change))}`, options);
  }, []);
  return { selection, select, hrefOf };
}

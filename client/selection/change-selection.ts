import type { Selection } from './selection.ts';

/**
 * The selection after a change, without what no longer makes sense: another area has other operators, another operator has
 * other records, and every other filter starts again at the first page.
 */
export function changeSelection(selection: Selection, change: Partial<Selection>): Selection {
  const next = { ...selection, ...change };
  const differs = (key: keyof Selection) => next[key] !== selection[key];
  const cleared: { -readonly [Key in keyof Selection]?: Selection[Key] } = {};
  if (differs('dataset')) Object.assign(cleared, { operator: null, cell: null, level: null, area: null, list: null });
  if (differs('level') && !('area' in change)) cleared.area = null;
  if (differs('area') || differs('cell') || differs('list')) cleared.operator = null;
  if (differs('area') && next.area !== null) Object.assign(cleared, { cell: null, list: null });
  if (differs('cell') && next.cell !== null) Object.assign(cleared, { area: null, list: null });
  if (differs('list') && next.list !== null) Object.assign(cleared, { area: null, cell: null });
  if (FILTERS.some(differs)) cleared.page = 1;
  return { ...next, ...cleared, ...change };
}

const FILTERS: readonly (keyof Selection)[] = [
  'dataset',
  'level',
  'from',
  'until',
  'area',
  'operator',
  'cell',
  'list',
  'sort',
  'order',
];

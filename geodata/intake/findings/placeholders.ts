import { isPlaceholder } from '../../operators/is-placeholder.ts';
import { proposeRoles } from '../propose-roles.ts';
import type { CreateDetector } from './detector.ts';
import { watchCells } from './watch-cells.ts';

/** SELF CONTRACTOR, 无, 本人: words that stand where an operator should and name nobody. Their records count, in no share. */
export const createPlaceholders: CreateDetector = ({ columns, dataset }) => {
  const operator = dataset === null ? proposeRoles(columns).get('operator') : dataset.operator;
  const known = new Map<string, boolean>();
  const names = (text: string): boolean => {
    let placeholder = known.get(text);
    if (placeholder === undefined) {
      placeholder = isPlaceholder(text);
      // Names repeat; a column of nothing but different ones is asked each time.
      if (known.size < KNOWN) known.set(text, placeholder);
    }
    return placeholder;
  };
  return watchCells(
    operator === undefined ? [] : [operator],
    (text) => (names(text) ? 'odd' : 'usual'),
    () => ({ id: 'operator-placeholder', severity: 'warning' }),
  );
};

const KNOWN = 10_000;

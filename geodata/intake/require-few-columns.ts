import { LIMITS } from './limits.ts';
import { tooMuch } from './too-much.ts';

/** Throws an IntakeError when a table has more columns than any table of records. */
export function requireFewColumns(columns: readonly string[]): readonly string[] {
  if (columns.length <= LIMITS.columns) return columns;
  throw tooMuch({ zh: '列太多', en: 'Too many columns' }, `${columns.length}`, `${LIMITS.columns}`);
}

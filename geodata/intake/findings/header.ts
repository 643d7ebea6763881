import type { Example } from '../../model/preview.ts';
import { type CreateDetector, type Found, keepExample } from './detector.ts';

const UNNAMED = /^column \d+$/;
const NUMBERED = / \(\d+\)$/;

/** Columns without a name or with another column's name: they go by a name that was given to them here. */
export const createHeaderFaults: CreateDetector = ({ columns }) => {
  const names = new Set(columns);
  const unnamed = columns.filter((column) => UNNAMED.test(column));
  const repeated = columns.filter((column) => NUMBERED.test(column) && names.has(column.replace(NUMBERED, '')));
  const found = (id: 'header-without-name' | 'header-name-repeated', which: readonly string[]): Found[] => {
    const examples: Example[] = [];
    for (const column of which) keepExample(examples, null, column);
    const of = columns.length;
    return which.length === 0 ? [] : [{ id, severity: 'warning', column: null, count: which.length, of, examples }];
  };
  return {
    see() {},
    found: () => [...found('header-without-name', unnamed), ...found('header-name-repeated', repeated)],
  };
};

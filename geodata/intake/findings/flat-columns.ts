import type { Example } from '../../model/preview.ts';
import { type CreateDetector, type Found, keepExample } from './detector.ts';

/** Fewer rows may well agree by chance. */
const ENOUGH_ROWS = 20;

/** Columns with nothing in them, and columns with one value everywhere: one finding for all of either kind. */
export const createFlatColumns: CreateDetector = ({ columns }) => {
  const seen = columns.map((column) => ({ column, first: null as string | null, varies: false }));
  let rows = 0;
  return {
    see({ fields }) {
      rows += 1;
      for (const one of seen) {
        if (one.varies) continue;
        const text = fields[one.column]?.trim() ?? '';
        if (one.first === null && (text !== '' || rows === 1)) {
          if (text === '') continue;
          // Empty in earlier rows, filled now: it varies.
          one.varies = rows > 1;
          one.first = text;
        } else if (one.first !== null && text !== one.first) one.varies = true;
      }
    },
    found: () => {
      if (rows === 0) return [];
      const empty = seen.filter(({ first }) => first === null).map(({ column }) => column);
      const constant = seen.filter(({ first, varies }) => first !== null && !varies);
      const of = columns.length;
      return [
        ...one('column-empty', empty, of),
        ...(rows < ENOUGH_ROWS
          ? []
          : one(
              'column-constant',
              constant.map(({ column, first }) => `${column} = ${first}`),
              of,
            )),
      ];
    },
  };
};

function one(id: 'column-empty' | 'column-constant', names: readonly string[], of: number): Found[] {
  const examples: Example[] = [];
  for (const name of names) keepExample(examples, null, name);
  return names.length === 0 ? [] : [{ id, severity: 'note', column: null, count: names.length, of, examples }];
}

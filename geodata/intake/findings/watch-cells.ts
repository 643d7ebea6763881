import type { Example } from '../../model/preview.ts';
import { type Detector, type Found, keepExample } from './detector.ts';

/** What a cell that holds something is: the odd thing looked for, what the column usually holds, or neither. */
export type CellKind = 'odd' | 'usual' | 'other';

export interface CellCounts {
  readonly filled: number;
  readonly odd: number;
  readonly usual: number;
  readonly examples: readonly Example[];
}

/** Counts the cells of each column by kind; `judge` says at the end what is worth a finding. */
export function watchCells(
  columns: readonly string[],
  kindOf: (text: string, column: string) => CellKind,
  judge: (column: string, counts: CellCounts) => Pick<Found, 'id' | 'severity'> | null,
): Detector {
  const counts = columns.map((column) => ({ column, filled: 0, odd: 0, usual: 0, examples: [] as Example[] }));
  return {
    see({ line, fields }) {
      for (const one of counts) {
        const text = fields[one.column]?.trim() ?? '';
        if (text === '') continue;
        one.filled += 1;
        const kind = kindOf(text, one.column);
        if (kind === 'usual') one.usual += 1;
        if (kind !== 'odd') continue;
        one.odd += 1;
        keepExample(one.examples, line, text);
      }
    },
    found: () =>
      counts.flatMap((one) => {
        const verdict = one.odd > 0 ? judge(one.column, one) : null;
        if (verdict === null) return [];
        return [{ ...verdict, column: one.column, count: one.odd, of: one.filled, examples: one.examples }];
      }),
  };
}

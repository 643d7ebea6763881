import type { HexagonMesh } from '../../geodata/h3/cell-geometry.ts';
import type { Concentration, Indicator, IndicatorId } from '../../geodata/model/indicator.ts';
import type { Resolution } from '../../geodata/model/place.ts';
import type { Shown } from './colour-scale.ts';
import { shown } from './shown.ts';

/** Cells with their numbers and their outlines, ready to be drawn. Columns as in GET /api/cells. */
export interface CellPicture {
  readonly resolution: Resolution;
  readonly count: number;
  /** The cells in ascending order, as numbers (geodata/h3/cell-number.ts): 100,000 texts would be slow to hand over. */
  readonly numbers: Float64Array;
  readonly columns: Readonly<Record<string, Float64Array>>;
  readonly mesh: HexagonMesh;
}

/** The index of a cell, null when it is not in the picture. */
export function indexOfCell({ numbers }: CellPicture, number: number): number | null {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return numbers[low] === number ? low : null;
}

/** What is shown of each cell. Shares are computed here from the counts, and never of fewer judged records than the minimum. */
export function shownOfCells(picture: CellPicture, indicator: Indicator, minimum: number): Shown[] {
  const { count } = picture;
  const records = column(picture, 'records');
  const judged = column(picture, 'judged');
  const values = valuesOf(picture, indicator.id);
  return Array.from({ length: count }, (_, index) =>
    shown({ value: values(index), records: records[index] ?? 0, judged: judged[index] ?? 0 }, indicator.kind, minimum),
  );
}

/** The counts of one cell, for the card under the pointer. */
export function cellCounts(
  picture: CellPicture,
  index: number,
): Pick<Concentration, 'records' | 'judged' | 'topRecords' | 'topOperatorId'> {
  const at = (name: string) => column(picture, name)[index] ?? 0;
  const operator = column(picture, 'topOperatorId')[index];
  return {
    records: at('records'),
    judged: at('judged'),
    topRecords: at('topRecords'),
    topOperatorId: operator === undefined || Number.isNaN(operator) ? null : operator,
  };
}

function valuesOf(picture: CellPicture, indicator: IndicatorId): (index: number) => number | null {
  if (indicator !== 'cr1') {
    const values = column(picture, indicator);
    return (index) => values[index] ?? null;
  }
  const top = column(picture, 'topRecords');
  const judged = column(picture, 'judged');
  return (index) => (judged[index] ? (top[index] ?? 0) / (judged[index] ?? 1) : null);
}

const NOTHING = new Float64Array();

function column({ columns }: CellPicture, name: string): Float64Array {
  return columns[name] ?? NOTHING;
}

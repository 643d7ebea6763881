import { RECORD_SORTS, type RecordSort } from '../../geodata/model/api.ts';
import { INDICATORS, type IndicatorId, type Weight } from '../../geodata/model/indicator.ts';
import { type Cell, RESOLUTIONS, type Resolution } from '../../geodata/model/place.ts';
import { type Camera, parseCamera, printCamera } from './camera.ts';

/** Everything that the page shows is decided by this, and all of it stands in the address bar. */
export interface Selection {
  /** Null: the first dataset. */
  readonly dataset: string | null;
  readonly indicator: IndicatorId;
  /** Null: the level that suits the dataset. */
  readonly level: string | null;
  readonly shape: 'areas' | 'cells';
  /** Null: by zoom. */
  readonly resolution: Resolution | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly weight: Weight;
  readonly area: string | null;
  readonly operator: number | null;
  readonly cell: Cell | null;
  /** The list of records that have no place, instead of an area. */
  readonly list: 'unplaced' | null;
  /** The table of all areas instead of the map. */
  readonly table: boolean;
  readonly sort: RecordSort;
  readonly order: 'asc' | 'desc';
  /** The page of records, from 1. */
  readonly page: number;
  /** Null: everything in sight. */
  readonly camera: Camera | null;
}

export const START: Selection = {
  dataset: null,
  indicator: 'tier',
  level: null,
  shape: 'areas',
  resolution: null,
  from: null,
  until: null,
  weight: 'records',
  area: null,
  operator: null,
  cell: null,
  list: null,
  table: false,
  sort: 'date',
  order: 'desc',
  page: 1,
  camera: null,
};

/** Reads `location.search`. What is missing or unreadable takes its value at the start; nothing throws. */
export function parseSelection(search: string): Selection {
  const query = new URLSearchParams(search);
  const text = (name: string) => query.get(name) || null;
  return {
    dataset: text('dataset'),
    indicator: oneOf(
      INDICATORS.map(({ id }) => id),
      text('indicator'),
      START.indicator,
    ),
    level: text('level'),
    shape: oneOf(['areas', 'cells'] as const, text('shape'), START.shape),
    resolution: RESOLUTIONS.find((each) => String(each) === text('resolution')) ?? null,
    from: date(text('from')),
    until: date(text('until')),
    weight: oneOf(['records', 'amount'] as const, text('weight'), START.weight),
    area: text('area'),
    operator: wholeNumber(text('operator')),
    cell: cell(text('cell')),
    list: text('list') === 'unplaced' ? 'unplaced' : null,
    table: text('view') === 'table',
    sort: oneOf(RECORD_SORTS, text('sort'), START.sort),
    order: oneOf(['asc', 'desc'] as const, text('order'), START.order),
    page: Math.max(1, wholeNumber(text('page')) ?? 1),
    camera: parseCamera(text('at')),
  };
}

/** Writes a selection as `?…`, leaving out what is as at the start; the empty text when all is. */
export function printSelection(selection: Selection): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string | number | null, start: string | number | null = null) => {
    if (value !== null && value !== start) query.set(name, String(value));
  };
  put('dataset', selection.dataset);
  put('indicator', selection.indicator, START.indicator);
  put('level', selection.level);
  put('shape', selection.shape, START.shape);
  put('resolution', selection.resolution);
  put('from', selection.from);
  put('until', selection.until);
  put('weight', selection.weight, START.weight);
  put('area', selection.area);
  put('cell', selection.cell);
  put('operator', selection.operator);
  put('list', selection.list);
  if (selection.table) put('view', 'table');
  put('sort', selection.sort, START.sort);
  put('order', selection.order, START.order);
  put('page', selection.page, START.page);
  if (selection.camera) put('at', printCamera(selection.camera));
  const printed = query.toString().replaceAll('%2C', ',');
  return printed === '' ? '' : `?${printed}`;
}

function oneOf<Value extends string>(values: readonly Value[], text: string | null, start: Value): Value {
  return values.find((value) => value === text) ?? start;
}

function date(text: string | null): string | null {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,12}$/.test(text) ? Number(text) : null;
}

function cell(text: string | null): Cell | null {
  return text !== null && /^8[0-9a-f]{14}$/.test(text) ? text : null;
}

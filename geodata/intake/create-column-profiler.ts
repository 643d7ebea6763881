import type { DateFormat } from '../model/dataset.ts';
import type { ColumnProfile, ColumnType } from '../model/preview.ts';
import type { RawRow } from '../model/record.ts';
import { createKeyTable, type KeyTable } from './create-key-table.ts';
import { type DateShape, dateShape } from './findings/date-shape.ts';
import { readAmount } from './read-amount.ts';
import { shorten } from './shorten.ts';

/** A column is of a type when nineteen of twenty of its values are: one slip does not make a column of numbers one of text. */
const MOSTLY = 0.95;
const EXAMPLES = 3;
const LONGEST_EXAMPLE = 80;
/** Reading is dear for texts that are no numbers; most of those are words, or long. */
const DIGIT = /\p{Nd}/u;
const LONGEST_NUMBER = 40;
const WHOLE = /^[+-]?\d{1,15}$/;
const LONG_NUMBER = /^\d{12,}$/;
const BOOLEAN = /^(?:true|false|yes|no|y|n|是|否|有|无)$/i;
const NAMED_COORDINATE = /^(?:.*[_ ])?(?:lng|lon|long|longitude|lat|latitude|经度|纬度)$/i;
const NAMED_IDENTIFIER = /(?:^|[_ ])(?:id|no|key|code|number|zip)$|号$|编码$|代码$|^permit/i;
const NAMED_MOMENT = /date|time|日期|时间|issued|entered/i;
/** Letters and digits without a space: names are no codes. */
const CODE = /^(?=.*\d)[!-~]+$/;
const EPOCH: readonly (readonly [DateFormat, RegExp])[] = [
  ['epoch-ms', /^\d{12,13}(?:\.0+)?$/],
  ['epoch-s', /^\d{9,10}(?:\.0+)?$/],
  ['YYYYMMDD', /^(?:19|20)\d{6}(?:\.0+)?$/],
];

type Profile = Omit<ColumnProfile, 'role'>;

/** Learns what each column of a file holds, row by row. */
export interface ColumnProfiler {
  see(row: RawRow): void;
  profiles(): Profile[];
}

interface Seen {
  readonly name: string;
  filled: number;
  empty: number;
  distinct: number;
  numbers: number;
  wholes: number;
  longs: number;
  booleans: number;
  readonly shapes: Map<DateShape, number>;
  slashed: number;
  readonly epochs: Map<DateFormat, number>;
  readonly values: KeyTable;
  readonly examples: string[];
}

/** Memory grows with the rows it is shown, some 20 to 40 bytes for each different cell: it is made for a sample. */
export function createColumnProfiler(columns: readonly string[]): ColumnProfiler {
  const seen = columns.map(start);
  return {
    see({ fields, line }) {
      for (const one of seen) look(one, fields[one.name]?.trim() ?? '', line);
    },
    profiles: () =>
      seen.map((one) => {
        const { name, empty, distinct, examples } = one;
        return { name, ...typeOf(one), empty, distinct, examples };
      }),
  };
}

const start = (name: string): Seen => ({
  name,
  filled: 0,
  empty: 0,
  distinct: 0,
  numbers: 0,
  wholes: 0,
  longs: 0,
  booleans: 0,
  shapes: new Map(),
  slashed: 0,
  epochs: new Map(),
  values: createKeyTable(),
  examples: [],
});

function look(one: Seen, text: string, line: number): void {
  if (text === '') {
    one.empty += 1;
    return;
  }
  one.filled += 1;
  if (one.values.add(text, 1, line) === null) {
    one.distinct += 1;
    if (one.examples.length < EXAMPLES) one.examples.push(shorten(text, LONGEST_EXAMPLE));
  }
  if (text.length <= LONGEST_NUMBER && DIGIT.test(text) && readAmount(text) !== null) one.numbers += 1;
  if (WHOLE.test(text)) one.wholes += 1;
  if (LONG_NUMBER.test(text)) one.longs += 1;
  if (BOOLEAN.test(text)) one.booleans += 1;
  const shape = dateShape(text);
  if (shape !== null) one.shapes.set(shape, (one.shapes.get(shape) ?? 0) + 1);
  if (shape === 'year-first' && text[4] === '/') one.slashed += 1;
  for (const [format, pattern] of EPOCH)
    if (pattern.test(text)) one.epochs.set(format, (one.epochs.get(format) ?? 0) + 1);
}

function typeOf(one: Seen): { type: ColumnType; dateFormat: DateFormat | null } {
  const { name, filled, distinct } = one;
  const mostly = (count: number) => count >= filled * MOSTLY;
  const plain = (type: ColumnType) => ({ type, dateFormat: null });
  if (filled === 0) return plain('empty');
  if (mostly([...one.shapes.values()].reduce((sum, count) => sum + count, 0))) {
    return { type: 'date', dateFormat: formatOf(one) };
  }
  if (NAMED_MOMENT.test(name)) {
    for (const [format] of EPOCH) if (mostly(one.epochs.get(format) ?? 0)) return { type: 'date', dateFormat: format };
  }
  if (mostly(one.booleans)) return plain('boolean');
  const isNumber = mostly(one.numbers);
  if (isNumber && NAMED_COORDINATE.test(name)) return plain('coordinate');
  if (mostly(one.longs) || NAMED_IDENTIFIER.test(name) || (!isNumber && distinct === filled && filled > EXAMPLES)) {
    return plain(isNumber || one.examples.every((value) => CODE.test(value)) ? 'identifier' : 'text');
  }
  if (mostly(one.wholes)) return plain('whole');
  return plain(isNumber ? 'number' : 'text');
}

function formatOf({ shapes, slashed }: Seen): DateFormat | null {
  const of = (shape: DateShape) => shapes.get(shape) ?? 0;
  if (of('day-first') > 0 && of('month-first') === 0) return 'DD/MM/YYYY';
  if (of('month-first') > 0 && of('day-first') === 0) return 'MM/DD/YYYY';
  if (of('year-first') === 0 || of('either') > 0) return null;
  return slashed === of('year-first') ? 'YYYY/MM/DD' : slashed === 0 ? 'YYYY-MM-DD' : 'auto';
}

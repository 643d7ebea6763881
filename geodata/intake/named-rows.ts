import type { RawRow, Rejection } from '../model/record.ts';
import { columnNames } from './column-names.ts';
import { LIMITS } from './limits.ts';
import { requireFewColumns } from './require-few-columns.ts';
import { cellTooLong } from './row-outcome.ts';

/** A row whose cells carry their own names. */
export interface NamedRow {
  readonly line: number;
  readonly text: string;
  readonly values: ReadonlyMap<string, string>;
}

/** Rows from which the columns are known. What only later rows have is kept in these, under its name. */
const ROWS_LOOKED_AT = 1_000;

/**
 * Gives rows that carry their own names the columns of a table: those of the first thousand rows, in the order in which they
 * first come. Every row has all of them, empty where it lacks one; a name that comes later is added to the rows that have it.
 */
export async function openNamedRows(
  source: AsyncIterable<(NamedRow | Rejection)[]>,
  batch: number,
): Promise<{ columns: readonly string[]; rows: AsyncIterable<(RawRow | Rejection)[]> }> {
  const iterator = source[Symbol.asyncIterator]();
  const seen: (NamedRow | Rejection)[] = [];
  while (seen.length < ROWS_LOOKED_AT) {
    const { done, value } = await iterator.next();
    if (done) break;
    seen.push(...value);
  }
  const keys = new Set(seen.flatMap((row) => ('values' in row ? [...row.values.keys()] : [])));
  const named = createNames([...keys]);
  const columns = [...named.columns];
  async function* rows(): AsyncGenerator<(RawRow | Rejection)[]> {
    for (let from = 0; from < seen.length; from += batch) {
      yield seen.slice(from, from + batch).map((row) => ('values' in row ? named.rowOf(row) : row));
    }
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      for (let from = 0; from < next.value.length; from += batch) {
        yield next.value.slice(from, from + batch).map((row) => ('values' in row ? named.rowOf(row) : row));
      }
    }
  }
  return { columns, rows: rows() };
}

function createNames(keys: string[]) {
  let columns = requireFewColumns(columnNames(keys));
  const names = new Map(keys.map((key, index) => [key, columns[index] as string]));

  function nameOf(key: string): string {
    const known = names.get(key);
    if (known !== undefined) return known;
    const all = [...names.keys(), key];
    columns = requireFewColumns(columnNames(all));
    // Names given before stay: only the new one may be numbered.
    const taken = new Set(names.values());
    let name = columns.at(-1) as string;
    for (let copy = 2; taken.has(name); copy += 1) name = `${columns.at(-1)} (${copy})`;
    names.set(key, name);
    return name;
  }

  const first = [...columns];
  return {
    columns: first,
    rowOf({ line, text, values }: NamedRow): RawRow | Rejection {
      const fields: Record<string, string> = {};
      for (const name of first) fields[name] = '';
      for (const [key, value] of values) {
        const name = nameOf(key);
        if (value.length > LIMITS.cell) return cellTooLong(line, text, name, value);
        fields[name] = value;
      }
      return { line, text, fields };
    },
  };
}

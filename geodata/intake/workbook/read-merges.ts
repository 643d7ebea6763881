import { decodeText } from '../decode-text.ts';
import { addressOf, type CellAddress } from './cell-address.ts';
import type { Zip } from './open-zip.ts';

/** Cells that are shown as one; the value belongs to `from`. */
export interface Merge {
  readonly from: CellAddress;
  readonly to: CellAddress;
}

export interface Merges {
  /** Those that start in the first rows, where the header is. */
  readonly atTop: readonly Merge[];
  /** First rows of those further down, at most three, and how many they are. */
  readonly below: { readonly count: number; readonly rows: readonly number[] };
}

const REFERENCE = /<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]+\d+):([A-Z]+\d+)["']/g;
/** Longer than the tag of a merge: what may be cut in two between two pieces. */
const LONGEST = 200;
const ROWS_KEPT = 3;

/** The merged cells of a sheet. They stand behind its rows, so that the sheet is gone through once for them alone. */
export async function readMerges(zip: Zip, name: string, topRows: number): Promise<Merges> {
  const atTop: Merge[] = [];
  const rows: number[] = [];
  let count = 0;
  let rest = '';
  for await (const text of decodeText(zip.read(name), 'utf-8')) {
    const piece = rest + text;
    let end = 0;
    for (const match of piece.matchAll(REFERENCE)) {
      end = match.index + match[0].length;
      const merge = { from: addressOf(match[1] as string), to: addressOf(match[2] as string) };
      if (merge.from.row <= topRows) atTop.push(merge);
      else {
        count += 1;
        if (rows.length < ROWS_KEPT) rows.push(merge.from.row);
      }
    }
    rest = piece.slice(Math.max(end, piece.length - LONGEST));
  }
  return { atTop, below: { count, rows } };
}

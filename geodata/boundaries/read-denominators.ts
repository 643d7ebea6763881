import { sentence } from '../intake/sentence.ts';
import type { DenominatorId } from '../model/dataset.ts';
import type { CountRejection } from '../model/denominators-report.ts';
import type { RawRow, Rejection } from '../model/record.ts';
import { countOf, textOf } from './read-property.ts';

export interface DenominatorFields {
  readonly codeField: string;
  /** The column of each count. */
  readonly fields: Readonly<Partial<Record<DenominatorId, string>>>;
}

/** The counts of one area. */
export interface AreaCounts {
  readonly line: number;
  readonly code: string;
  readonly counts: readonly (readonly [id: DenominatorId, value: number])[];
}

export interface RejectedCounts {
  readonly line: number;
  readonly reason: CountRejection;
  readonly detail: string;
}

/** PostgreSQL's integer. */
const LARGEST = 2 ** 31 - 1;

/**
 * Reads the rows of a file of counts, one outcome each: counts of a known area, or a rejection. Empty cells are no counts, a number
 * with a fraction or a minus is none either; nothing is rounded. A code that comes twice counts once, the first time.
 */
export function createDenominatorReader(
  known: ReadonlySet<string>,
  { codeField, fields }: DenominatorFields,
): (row: RawRow | Rejection) => AreaCounts | RejectedCounts {
  const seen = new Set<string>();
  return (row) => {
    if ('reason' in row) return { line: row.line, reason: row.reason, detail: `${row.line}: ${row.detail}` };
    const { line } = row;
    const reject = (reason: CountRejection, zh: string, en: string): RejectedCounts => {
      return { line, reason, detail: sentence(`第 ${line} 行：${zh}`, `line ${line}: ${en}`) };
    };
    const code = textOf(row.fields[codeField]);
    if (code === null) return reject('code-missing', '没有代码', 'no code');
    if (!known.has(code)) return reject('code-unknown', `没有代码为 ${code} 的区划`, `there is no area ${code}`);
    if (seen.has(code)) return reject('code-repeated', `代码 ${code} 前面已出现`, `${code} came before`);
    const counts: [DenominatorId, number][] = [];
    for (const [id, column] of Object.entries(fields) as [DenominatorId, string][]) {
      const written = textOf(row.fields[column]);
      if (written === null) continue;
      const count = countOf(written);
      if (count === null || !Number.isInteger(count) || count > LARGEST) {
        return reject('not-a-count', `“${written}”不是个数`, `“${written}” in “${column}” is no count`);
      }
      counts.push([id, count]);
    }
    if (counts.length === 0) return reject('no-count', '没有数', 'no count');
    seen.add(code);
    return { line, code, counts };
  };
}

import { csvCell } from '../../geodata/disclosure/csv-cell.ts';
import type { Database } from '../db/database.ts';
import { EVERYTHING } from '../db/sight.ts';
import { sql } from '../db/sql.ts';

/** The columns of a file of decisions, in their order. */
export const DECISION_COLUMNS = [
  'county_code',
  'address',
  'outcome',
  'level',
  'code',
  'lng',
  'lat',
  'reason',
  'alias',
  'decided_by',
  'decided_at',
] as const;

/** Decisions read at a time. */
const PAGE = 5_000;

/** The decisions that count as a CSV file with their areas by code, oldest first, for another database to import. */
export async function exportDecisions(db: Database): Promise<{ readonly text: string; readonly rows: number }> {
  const any = { ...EVERYTHING, id: null, countyCode: null, address: null, limit: PAGE };
  const lines: string[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const page = await sql(db, 'decisions/list', { ...any, offset });
    for (const { countyCode, address, outcome, level, code, lng, lat, reason, alias, decidedBy, decidedAt } of page) {
      const cells = [
        countyCode,
        address,
        outcome,
        level,
        code,
        lng,
        lat,
        reason,
        alias,
        decidedBy,
        decidedAt.toISOString(),
      ];
      lines.push(cells.map(csvCell).join(','));
    }
    if (page.length < PAGE) break;
  }
  // The mark at the start is what makes spreadsheets read Chinese.
  const text = `\uFEFF${[DECISION_COLUMNS.join(','), ...lines.reverse()].join('\r\n')}\r\n`;
  return { text, rows: lines.length };
}

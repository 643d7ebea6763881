import type { ImportReport } from '../../geodata/model/import-report.ts';

/** How many rows were rejected, for whatever reason. */
export function rejectedRows({ rejected }: Pick<ImportReport, 'rejected'>): number {
  return Object.values(rejected).reduce((sum, count) => sum + count, 0);
}

import type { ImportReport } from '../../geodata/model/import-report.ts';

/** An import report as a few lines for people. */
export function describeReport(report: ImportReport): string {
  const { read, stored, updated, unchanged, unplaced } = report;
  const rejected = Object.values(report.rejected).reduce((sum, count) => sum + count, 0);
  return [
    `read ${read} = stored ${stored} + updated ${updated} + unchanged ${unchanged} + rejected ${rejected}`,
    ...lines('rejected', report.rejected),
    ...lines('placed by', report.placed),
    `  un-placed: ${unplaced}`,
    ...lines('un-placed because of', report.unplacedReasons),
    ...report.findings.map(
      ({ id, count, column, lines }) =>
        `  note: ${id} ${count}${column ? ` in ${column}` : ''}${lines.length ? ` (line ${lines.join(', ')}…)` : ''}`,
    ),
  ].join('\n');
}

const lines = (title: string, counts: Readonly<Record<string, number>>): string[] =>
  Object.entries(counts).map(([name, count]) => `  ${title} ${name}: ${count}`);

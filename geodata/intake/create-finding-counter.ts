import type { Finding, FindingId } from '../model/import-report.ts';

const LINES_KEPT = 3;

export interface FindingCounter {
  count(id: FindingId, column: string | null, line: number): void;
  /** What was counted so far, in the order in which it was first met. */
  findings(): Finding[];
}

/** Counts findings by kind, with the first lines on which each was met. */
export function createFindingCounter(): FindingCounter {
  const found = new Map<FindingId, { count: number; column: string | null; lines: number[] }>();
  return {
    count(id, column, line) {
      let finding = found.get(id);
      if (finding === undefined) {
        finding = { count: 0, column, lines: [] };
        found.set(id, finding);
      }
      finding.count += 1;
      if (finding.lines.length < LINES_KEPT) finding.lines.push(line);
    },
    findings: () => [...found].map(([id, { count, column, lines }]) => ({ id, count, column, lines: [...lines] })),
  };
}

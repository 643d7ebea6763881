import type { Finding, ImportReport } from '../../geodata/model/import-report.ts';
import type { Placement, Rejection } from '../../geodata/model/record.ts';

/** Counts what becomes of the rows of one file; read = stored + updated + unchanged + rejected after every batch. */
export interface Tally {
  addPlaced(placements: readonly Placement[], written: { stored: number; updated: number }): void;
  addRejected(rejections: readonly Rejection[]): void;
  report(findings: readonly Finding[]): ImportReport;
}

export function createTally(): Tally {
  let [stored, updated, unchanged, unplaced, rejectedInAll] = [0, 0, 0, 0, 0];
  const rejected: Record<string, number> = {};
  const placed: Record<string, number> = {};
  const unplacedReasons: Record<string, number> = {};
  const count = (counts: Record<string, number>, name: string) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  return {
    addPlaced(placements, written) {
      stored += written.stored;
      updated += written.updated;
      unchanged += placements.length - written.stored - written.updated;
      for (const { grade, problem } of placements) {
        if (grade) count(placed, grade);
        else {
          unplaced += 1;
          count(unplacedReasons, problem ?? 'no-place');
        }
      }
    },
    addRejected(rejections) {
      rejectedInAll += rejections.length;
      for (const { reason } of rejections) count(rejected, reason);
    },
    report: (findings) => ({
      read: stored + updated + unchanged + rejectedInAll,
      stored,
      updated,
      unchanged,
      rejected: { ...rejected },
      placed: { ...placed },
      unplaced,
      unplacedReasons: { ...unplacedReasons },
      findings,
    }),
  };
}

import { type PreviewFinding, SEVERITIES } from '../../model/preview.ts';
import type { RawRow, Rejection } from '../../model/record.ts';
import { describeFinding } from './describe-finding.ts';
import type { Surroundings } from './detector.ts';
import { DETECTORS } from './detectors.ts';

/** Shows every row to all detectors. */
export interface FileWatch {
  see(row: RawRow | Rejection): void;
  /** What looks wrong so far, the gravest first, in words. */
  findings(): PreviewFinding[];
}

export function createFileWatch(surroundings: Surroundings): FileWatch {
  const detectors = DETECTORS.map((create) => create(surroundings));
  return {
    see(row) {
      for (const detector of detectors) {
        if ('reason' in row) detector.seeRejection?.(row);
        else detector.see(row);
      }
    },
    findings: () =>
      detectors
        .flatMap((detector) => detector.found())
        .map((found) => ({ ...found, text: describeFinding(found) }))
        .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)),
  };
}

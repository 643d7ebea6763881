import { type PreviewFinding, SEVERITIES } from '../../model/preview.ts';
import type { RawRow, Rejection } from '../../model/record.ts';
import { describeFinding } from './describe-finding.ts';
import type { Surroundings } from './detector.ts';
import { DETECTORS } from './detectors.ts';
import { createRepeatedHeaders, repeatsHeader } from './stray-rows.ts';

/** Shows every row to all detectors. */
export interface FileWatch {
  see(row: RawRow | Rejection): void;
  /** What looks wrong so far, the gravest first, in words. */
  findings(): PreviewFinding[];
}

export function createFileWatch(surroundings: Surroundings): FileWatch {
  const headers = createRepeatedHeaders(surroundings);
  const others = DETECTORS.map((create) => create(surroundings));
  const detectors = [headers, ...others];
  return {
    see(row) {
      if ('reason' in row) {
        for (const detector of detectors) detector.seeRejection?.(row);
        return;
      }
      headers.see(row);
      // A header among the rows is told once, not again for each column that it does not fit.
      if (repeatsHeader(row, surroundings.columns)) return;
      for (const detector of others) detector.see(row);
    },
    findings: () =>
      detectors
        .flatMap((detector) => detector.found())
        .map((found) => ({ ...found, text: describeFinding(found) }))
        .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)),
  };
}

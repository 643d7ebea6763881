import type { DenominatorsReport } from '../../geodata/model/denominators-report.ts';
import type { Database } from '../db/database.ts';
import type { Origin } from './origin-of.ts';
import type { Trace } from './trace.ts';

/** Enters that counts of areas were loaded, with them. */
export function denominatorsLoaded(
  trace: Trace,
  origin: Origin,
): (db: Database, report: DenominatorsReport) => Promise<void> {
  return (db, { level, source, asOf, read, stored }) =>
    trace.change(db, {
      ...origin,
      action: 'area.denominators',
      subject: { kind: 'level', id: level },
      after: { source, asOf, read, stored },
    });
}

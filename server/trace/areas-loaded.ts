import type { StoredAreas } from '../area/load-areas.ts';
import type { Database } from '../db/database.ts';
import type { Origin } from './origin-of.ts';
import type { Trace } from './trace.ts';

/** Enters that the areas of a level were loaded, with them. */
export function areasLoaded(trace: Trace, origin: Origin): (db: Database, stored: StoredAreas) => Promise<void> {
  return (db, stored) =>
    trace.change(db, {
      ...origin,
      action: 'area.load',
      subject: { kind: 'level', id: stored.level },
      after: { ...stored },
    });
}

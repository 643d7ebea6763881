import type { Origin } from '../trace/origin-of.ts';
import { systemOrigin } from '../trace/system-origin.ts';
import { openTrace, type Trace } from '../trace/trace.ts';
import { type Session, withDatabase } from './with-database.ts';

/** For commands that change something or look at records: they leave their trace, in the name of the user who runs them. */
export function withTrace<T>(
  work: (session: Session & { readonly trace: Trace; readonly origin: Origin }) => Promise<T>,
): Promise<T> {
  return withDatabase(async ({ db, config }) => {
    const trace = openTrace(db, { algorithm: config.auditHash, anchorFile: config.auditAnchor });
    try {
      return await work({ db, config, trace, origin: systemOrigin() });
    } finally {
      await trace.close();
    }
  });
}

import type { Profile } from '../../geodata/model/tier.ts';
import { DEFAULT_PROFILE } from '../../geodata/tiers/profile.ts';
import type { Database } from '../db/database.ts';
import { hashOf } from '../measure/terms.ts';
import type { Origin } from './origin-of.ts';
import { searchEntries } from './search-entries.ts';
import type { Trace } from './trace.ts';

/** Enters that areas are judged by other thresholds than until now. Nothing is entered while they stay as they are. */
export async function enterProfile(
  db: Database,
  profile: Profile,
  { trace, origin }: { trace: Trace; origin: Origin },
): Promise<void> {
  const { entries } = await searchEntries(db, { action: 'profile.use', limit: 1 });
  const before = entries[0]?.after ?? named(DEFAULT_PROFILE);
  const after = named(profile);
  if ((before as { hash?: unknown }).hash === after.hash) return;
  const subject = { kind: 'profile', id: profile.id };
  await trace.look({ ...origin, action: 'profile.use', subject, before, after });
}

const named = (profile: Profile) => ({ id: profile.id, version: profile.version, hash: hashOf(profile) });

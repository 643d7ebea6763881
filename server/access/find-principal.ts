import type { Pending } from '../../geodata/model/account.ts';
import type { AccessSettings } from '../config.ts';
import type { StoredSession } from '../db/queries.ts';
import type { Sight } from '../db/sight.ts';
import type { Access } from './access.ts';
import { scopeOf } from './accounts.ts';
import type { Principal } from './principal.ts';
import { findSession } from './sessions.ts';

const DAY = 86_400_000;

/** Whoever holds the token of an open session; null when nobody does. */
export async function findPrincipal({ db, settings, now }: Access, token: string | null): Promise<Principal | null> {
  const session = token === null ? null : await findSession(db, token, { limits: settings, now: now() });
  if (!session) return null;
  const passwordUntil = passwordEnds(session, settings);
  return {
    accountId: session.accountId,
    sessionId: session.sessionId,
    name: session.name,
    displayName: session.displayName,
    demo: session.demo,
    role: session.role,
    scope: scopeOf(session),
    sight: sightOf(session),
    pending: pendingOf(session, { settings, passwordUntil, now: now() }),
    secondFactor: session.secondFactor,
    passwordUntil,
    endsAt: session.endsAt,
    provider: session.issuer === null ? null : { issuer: session.issuer, vouched: session.vouched },
  };
}

const sightOf = ({ allAreas, scopeAreas, allDatasets, scopeDatasets }: StoredSession): Sight => ({
  allAreas,
  scopeAreas,
  allDatasets,
  scopeDatasets,
});

/** A demo account lives on made-up data only, with a password made anew at each start. */
function passwordEnds({ demo, passwordSetAt }: StoredSession, { passwordDays }: AccessSettings): Date | null {
  return demo || passwordDays === 0 ? null : new Date(passwordSetAt.getTime() + passwordDays * DAY);
}

/** Somebody for whom a provider vouches did not sign in with the password, however old it is. */
function pendingOf(
  session: StoredSession,
  { settings, passwordUntil, now }: { settings: AccessSettings; passwordUntil: Date | null; now: Date },
): Pending | null {
  const isPasswordDue = session.passwordTemporary || (passwordUntil !== null && passwordUntil <= now);
  if (isPasswordDue && session.issuer === null) return 'password';
  return !session.secondFactor && !session.vouched && needsSecondFactor(session, settings) ? 'second-factor' : null;
}

function needsSecondFactor({ demo, role }: StoredSession, { secondFactor }: AccessSettings): boolean {
  if (demo || secondFactor === 'optional') return false;
  return secondFactor === 'everyone' || (role?.endsWith('-admin') ?? false);
}

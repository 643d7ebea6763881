import { createHash, randomBytes } from 'node:crypto';
import type { SessionRow } from '../../geodata/model/account.ts';
import type { AccessSettings } from '../config.ts';
import type { Database } from '../db/database.ts';
import type { StoredSession } from '../db/queries.ts';
import { sql } from '../db/sql.ts';

export type SessionLimits = Pick<AccessSettings, 'idleMinutes' | 'sessionHours'>;

export interface Visitor {
  readonly address: string;
  readonly userAgent: string;
}

/** Who vouched for somebody, and whether for a second factor too. */
export interface Voucher {
  readonly issuer: string;
  readonly vouched: boolean;
}

interface NewSession {
  readonly visitor: Visitor;
  readonly limits: SessionLimits;
  readonly now: Date;
  /** Null or left out after a password. */
  readonly provider?: Voucher | null;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Sessions that ended are kept for so long: they tell which addresses are known, and where somebody signed in from. */
const REMEMBERED = 90 * DAY;
/** Being seen is written down no more often: a map asks a dozen times a minute. */
const TOUCH_EVERY = MINUTE / 2;
const LONGEST_USER_AGENT = 200;

/** Opens a session and returns its token of 256 random bits, which is kept nowhere here: only its hash is. */
export async function openSession(
  db: Database,
  accountId: number,
  { visitor, limits, now, provider = null }: NewSession,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await sql(db, 'sessions/insert', {
    tokenHash: hashOf(token),
    accountId,
    now,
    endsAt: new Date(now.getTime() + limits.sessionHours * HOUR),
    address: visitor.address,
    userAgent: visitor.userAgent.slice(0, LONGEST_USER_AGENT),
    issuer: provider?.issuer ?? null,
    vouched: provider?.vouched ?? false,
  });
  await sql(db, 'sessions/delete_old', { before: new Date(now.getTime() - REMEMBERED) });
  return token;
}

/** The open session of a token, noted as used; null when it was revoked, ended, idle too long, or its account is disabled. */
export async function findSession(
  db: Database,
  token: string,
  { limits, now }: { limits: SessionLimits; now: Date },
): Promise<StoredSession | null> {
  const [session] = await sql(db, 'sessions/find', {
    tokenHash: hashOf(token),
    now,
    idleSince: idleSince(limits, now),
  });
  if (!session) return null;
  if (now.getTime() - session.seenAt.getTime() >= TOUCH_EVERY) {
    await sql(db, 'sessions/touch', { id: session.sessionId, now });
  }
  return session;
}

/** The open sessions of an account, newest first; `currentId` marks the one that asks. */
export async function listSessions(
  db: Database,
  { accountId, currentId, limits, now }: { accountId: number; currentId: number; limits: SessionLimits; now: Date },
): Promise<SessionRow[]> {
  const rows = await sql(db, 'sessions/list', { accountId, now, idleSince: idleSince(limits, now) });
  return rows.map(({ createdAt, seenAt, endsAt, ...row }) => ({
    ...row,
    current: row.id === currentId,
    createdAt: createdAt.toISOString(),
    seenAt: seenAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }));
}

/** Ends one session of an account. False when it is not one of that account's open ones. */
export async function revokeSession(db: Database, accountId: number, id: number, now: Date): Promise<boolean> {
  return (await sql(db, 'sessions/revoke', { accountId, id, now })).length === 1;
}

/** Ends all sessions of an account: its password, role or state changed. */
export async function revokeSessions(db: Database, accountId: number, now: Date): Promise<void> {
  await sql(db, 'sessions/revoke', { accountId, id: null, now });
}

/** Whether somebody signed in to the account with this folded name from this address lately. */
export async function knowsAddress(db: Database, name: string, address: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - REMEMBERED);
  const [row] = await sql(db, 'sessions/know_address', { name, address, since });
  return row?.known ?? false;
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

const idleSince = ({ idleMinutes }: SessionLimits, now: Date) => new Date(now.getTime() - idleMinutes * MINUTE);

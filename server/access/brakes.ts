import { createHash } from 'node:crypto';
import { type Database, transaction } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/**
 * Signing in is slowed, never locked: an account that locks after so many failures is a switch with which anybody can shut
 * anybody out. Failures are counted under several keys at once; after a few free ones the next attempt under that key must wait,
 * twice as long each time, up to a limit. An attempt is counted before the password is looked at, so a thousand at once
 * count as a thousand; it is taken back when it was none.
 *
 * - A browser that the owner signed in with before has a count of its own, and no other holds for it: whatever strangers do, the
 *   owner gets in.
 * - From elsewhere: name × address (guessing at one account) and address (trying many names).
 * - From an address the account was never used at, also the name (guessing from many addresses) and everything together (the
 *   stuffing of leaked passwords). Their waits are short: they cost a crowd of guessers nearly everything, and somebody
 *   with a new browser in a new place a minute at most.
 */
export interface Brake {
  readonly key: string;
  /** Failures without a wait. */
  readonly free: number;
  /** The longest wait, in seconds. */
  readonly longest: number;
  /** Whether a right password wipes the count out; a shared count only loses the one attempt. */
  readonly personal: boolean;
}

export interface Attempt {
  readonly name: string;
  readonly address: string;
  /** What a known browser is counted under. */
  readonly device: string | null;
  readonly knownAddress: boolean;
}

/** A count is forgotten after so long without an attempt, in milliseconds. */
const FORGET = 3_600_000;

export function brakesFor({ name, address, device, knownAddress }: Attempt): Brake[] {
  if (device !== null) return [{ key: hashOf('device', device), free: 10, longest: 900, personal: true }];
  const near: Brake[] = [
    { key: hashOf('pair', name, address), free: 5, longest: 900, personal: true },
    { key: hashOf('address', address), free: 30, longest: 60, personal: false },
  ];
  if (knownAddress) return near;
  return [
    ...near,
    { key: hashOf('name', name), free: 20, longest: 60, personal: false },
    { key: hashOf('all'), free: 300, longest: 5, personal: false },
  ];
}

/** Seconds until another attempt, given the failures so far, the one that was just counted included. */
export const waitAfter = ({ free, longest }: Pick<Brake, 'free' | 'longest'>, failures: number): number =>
  failures < free ? 0 : Math.min(2 ** Math.min(failures - free, 20), longest);

/** Counts an attempt under every brake, if all let it pass. Returns 0, or the seconds to wait; then nothing was counted. */
export async function passBrakes(db: Database, brakes: readonly Brake[], now: Date): Promise<number> {
  const keys = brakes.map(({ key }) => key);
  try {
    await transaction(db, async (db) => {
      const forgetAt = new Date(now.getTime() + FORGET);
      const counted = await sql(db, 'sign_ins/count_attempt', { keys, now, forgetAt });
      if (counted.length < keys.length) throw closed;
      const failures = new Map(counted.map((row) => [row.key, row.failures]));
      const openAts = brakes.map(
        (brake) => new Date(now.getTime() + 1000 * waitAfter(brake, failures.get(brake.key) ?? 0)),
      );
      await sql(db, 'sign_ins/close_until', { keys, openAts });
    });
    return 0;
  } catch (error) {
    if (error !== closed) throw error;
    const [row] = await sql(db, 'sign_ins/find_wait', { keys, now });
    return Math.max(1, Math.ceil(((row?.openAt?.getTime() ?? 0) - now.getTime()) / 1000));
  }
}

const closed = Symbol('a brake is closed');

/**
 * The attempt was no failure: takes it back. With `forgive` it also wipes out what only the owner can have got wrong; not before
 * the second factor was right, or its codes could be guessed for ever by whoever has the password.
 */
export async function releaseBrakes(
  db: Database,
  brakes: readonly Brake[],
  { forgive, now }: { forgive: boolean; now: Date },
): Promise<void> {
  const keys = brakes.map(({ key }) => key);
  const forgiven = brakes.filter(({ personal }) => forgive && personal).map(({ key }) => key);
  await sql(db, 'sign_ins/take_back', { keys, forgiven, now });
  await sql(db, 'sign_ins/delete_old', { now });
}

/** Neither names nor addresses lie about in the table. */
const hashOf = (...parts: string[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

import { hostname } from 'node:os';
import type { ImportRun } from '../../geodata/model/import-report.ts';
import type { Database } from '../db/database.ts';
import type { StoredRun } from '../db/queries.ts';
import { EVERYTHING, type Sight } from '../db/sight.ts';
import { sql } from '../db/sql.ts';

/** Names this process in the list of imports, so that another one on the same machine can tell whether it still lives. */
export const OWNER = `${hostname()} ${process.pid}`;

/** A running import writes a sign of life with each batch, which takes seconds at most. */
const SILENT_FOR_TOO_LONG = 120_000;

/** The imports one may see, newest first, or the one with an id. */
export async function listRuns(db: Database, sight: Sight, id: number | null = null): Promise<ImportRun[]> {
  return (await sql(db, 'runs/list', { ...sight, id })).map(publish);
}

/** Marks imports whose process is gone as interrupted: to be called before they are listed. */
export async function interruptGone(db: Database): Promise<void> {
  const gone = (await sql(db, 'runs/list', { ...EVERYTHING, id: null })).filter(isGone).map(({ id }) => id);
  if (gone.length > 0) await sql(db, 'runs/interrupt', { ids: gone, now: new Date() });
}

function isGone({ state, owner, beatAt }: StoredRun): boolean {
  if (state !== 'running') return false;
  const [host, pid] = owner.split(' ');
  if (host !== hostname()) return Date.now() - beatAt.getTime() > SILENT_FOR_TOO_LONG;
  return Number(pid) !== process.pid && !lives(Number(pid));
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function publish({ owner: _owner, beatAt: _beatAt, startedAt, endedAt, ...run }: StoredRun): ImportRun {
  return { ...run, startedAt: startedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null };
}

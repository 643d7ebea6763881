import { hostname } from 'node:os';
import type { ImportRun, RunState } from '../../geodata/model/import-report.ts';
import type { Database } from '../db/database.ts';
import type { StoredRun } from '../db/run-queries.ts';
import { EVERYTHING, type Sight } from '../db/sight.ts';
import { sql } from '../db/sql.ts';
import { Problem } from '../problem.ts';

/** Names this process in the list of imports, so that another one on the same machine can tell whether it still lives. */
export const OWNER = `${hostname()} ${process.pid}`;

/** A running import writes a sign of life with each batch, which takes seconds at most. */
const SILENT_FOR_TOO_LONG = 120_000;

/** The imports one may see, newest first, or the one with an id. */
export async function listRuns(db: Database, sight: Sight, id: number | null = null): Promise<ImportRun[]> {
  return (await sql(db, 'runs/list', { ...sight, id })).map(publish);
}

/** The import with an id, as it is stored. Throws a 404 when there is none that one may see. */
export async function findRun(db: Database, sight: Sight, id: number): Promise<StoredRun> {
  const [run] = await sql(db, 'runs/list', { ...sight, id });
  if (!run) throw new Problem(404, `没有第 ${id} 次导入。 There is no import ${id}.`);
  return run;
}

/** An import with those that it continues, newest first: the records of all of them came from one file. */
export async function withContinued(db: Database, run: StoredRun): Promise<number[]> {
  const ids = [run.id];
  for (let { continues } = run; continues !== null; ) {
    ids.push(continues);
    continues = (await findRun(db, EVERYTHING, continues)).continues;
  }
  return ids;
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

function publish(stored: StoredRun): ImportRun {
  const { owner: _owner, beatAt: _beatAt, countyCode: _county, undoStartedAt, upload, ...run } = stored;
  return {
    ...run,
    state: stateOf(stored),
    startedAt: run.startedAt.toISOString(),
    endedAt: run.endedAt?.toISOString() ?? null,
    undoneAt: run.undoneAt?.toISOString() ?? null,
    canResume: canResume(stored),
  };
}

function stateOf({ state, undoStartedAt, undoneAt }: StoredRun): RunState {
  if (undoneAt !== null) return 'undone';
  return undoStartedAt === null ? state : 'undoing';
}

/** Whether an import came to no good end and its file is kept. */
export function canResume(run: StoredRun): boolean {
  const state = stateOf(run);
  return (state === 'interrupted' || state === 'failed') && run.upload !== null;
}

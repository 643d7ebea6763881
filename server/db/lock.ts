import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Somebody else has the embedded database open. The message is for people. */
export class InUse extends Error {}

/**
 * Takes the embedded data folder for this process; returns how to give it back. The engine takes no lock of its own, and two
 * processes in one folder lose each other's rows (electric-sql/pglite#1106). The lock is taken over only from a process that
 * is dead, never on a timeout. Throws `InUse` when it is held.
 */
export function takeLock(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'lock');
  const mine = `${process.pid} ${birthOf(process.pid)}\n`;
  for (let attempt = 0; attempt < 3; attempt++) {
    if (create(path, mine)) return () => rmSync(path, { force: true });
    const held = readOrEmpty(path);
    if (isAlive(held)) {
      throw new InUse(
        `The embedded database in ${dataDir} is in use by process ${held.split(' ')[0]}. ` +
          'Stop it first, or use its page or API; with DATABASE_URL several processes can share one database.',
      );
    }
    discard(path, held);
  }
  throw new InUse(`The lock ${path} keeps changing hands; try again.`);
}

/** Writes the lock beside its place and links it there: it appears whole or not at all. */
function create(path: string, content: string): boolean {
  const draft = `${path}.${process.pid}.new`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moves a dead lock out of the way; if another process was faster and the lock is a new one, it is put back. */
function discard(path: string, dead: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (readOrEmpty(aside) === dead) rmSync(aside, { force: true });
  else renameSync(aside, path);
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function isAlive(held: string): boolean {
  const [pid, birth] = held.trim().split(' ');
  if (!pid || (Number(pid) === process.pid && birth !== birthOf(process.pid))) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return birth === birthOf(Number(pid));
}

/** When a process was born, in clock ticks since the machine started, so that a reused number is not taken for its former owner. */
function birthOf(pid: number): string {
  const fields = readOrEmpty(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ');
  return fields?.[19] ?? 'unknown';
}

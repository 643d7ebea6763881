import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Database } from '../db/database.ts';
import { Problem } from '../problem.ts';
import { readEntries, type Stretch } from './read-entries.ts';

/**
 * Writes entries to a new file that only its owner can read, one JSON object in each line, hashes included. Never overwrites.
 * Says how many there were and the file's hash, for the minutes of the audit.
 */
export async function exportEntries(
  db: Database,
  path: string,
  span: Omit<Stretch, 'after'>,
): Promise<{ entries: number; sha256: string }> {
  const hash = createHash('sha256');
  let entries = 0;
  const lines = async function* () {
    for await (const entry of readEntries(db, { after: 0, ...span })) {
      const line = `${JSON.stringify(entry)}\n`;
      hash.update(line);
      entries += 1;
      yield line;
    }
  };
  try {
    await pipeline(lines, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new Problem(409, `${path} is there already.`);
    throw error;
  }
  return { entries, sha256: hash.digest('hex') };
}

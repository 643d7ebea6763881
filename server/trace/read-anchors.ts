import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type AnchorLine, parseAnchor } from './anchor-file.ts';

/** What an anchor file remembers. */
export interface Anchors {
  readonly hashes: ReadonlyMap<number, string>;
  /** The highest number of all; null when the file is empty. */
  readonly last: AnchorLine | null;
}

/**
 * Reads an anchor file; null when there is none. A line cut off by a crash is passed over; no entry fits a number that
 * comes with two hashes.
 */
export async function readAnchors(path: string): Promise<Anchors | null> {
  const hashes = new Map<number, string>();
  let last: Anchors['last'] = null;
  try {
    for await (const text of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
      const line = parseAnchor(text);
      if (!line) continue;
      const known = hashes.get(line.seq) ?? line.hash;
      hashes.set(line.seq, known === line.hash ? known : `${known} or ${line.hash}`);
      if (!last || line.seq > last.seq) last = line;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return { hashes, last };
}

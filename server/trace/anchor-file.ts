import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

export const AnchorLine = z.object({ at: z.string(), seq: z.number().int().min(0), hash: z.string() });
export type AnchorLine = z.infer<typeof AnchorLine>;

/** Enough for several lines. */
const TAIL = 4_096;

/** Adds one line and waits until it is on the disk. After a line that a crash cut off, a new one is begun. */
export async function writeAnchor(path: string, line: AnchorLine): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'a', 0o600);
  try {
    const whole = (await readTail(path)).endsWith('\n') || (await file.stat()).size === 0;
    await file.appendFile(`${whole ? '' : '\n'}${JSON.stringify(line)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The last line that is whole; null when there is none, or no file. */
export async function lastAnchor(path: string): Promise<AnchorLine | null> {
  const lines = (await readTail(path)).split('\n').map(parseAnchor);
  return lines.filter((line) => line !== null).at(-1) ?? null;
}

/** One line of an anchor file; null when it is not one, as after a crash in the middle of writing. */
export function parseAnchor(text: string): AnchorLine | null {
  try {
    return AnchorLine.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function readTail(path: string): Promise<string> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const { buffer, bytesRead } = await file.read(Buffer.alloc(TAIL), 0, TAIL, Math.max(0, size - TAIL));
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

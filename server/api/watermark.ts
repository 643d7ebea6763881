import { randomBytes } from 'node:crypto';
import type { Response } from 'express';
import { originOf } from '../trace/origin-of.ts';

/** What every row of an exported file says of whoever took it. */
export interface Watermark {
  /** The number of the export, which its entry in the trace has too. */
  readonly id: string;
  readonly text: string;
}

/** Who takes a file, when (Beijing time, as on the screen), and under which number. */
export function watermarkOf(res: Response, now = new Date()): Watermark {
  const id = randomBytes(5).toString('hex');
  const { actor } = originOf(res);
  const moment = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  return { id, text: `阳光图导出 ${id} · ${actor.name}${actor.id === null ? '' : ` #${actor.id}`} · ${moment} +08:00` };
}

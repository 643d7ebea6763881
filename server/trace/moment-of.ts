import { z } from 'zod';

const Moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** A day or a moment as people write it (2026-03-01, 2026-03-01T08:00:00+08:00), in UTC; null when it is neither. */
export function momentOf(text: string): string | null {
  return Moment.safeParse(text).success ? new Date(text).toISOString() : null;
}

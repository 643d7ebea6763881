import type { Level } from './area.ts';
import type { DenominatorId } from './dataset.ts';
import type { RejectionReason } from './record.ts';

/** Why a row of a file of counts was not taken. */
export const COUNT_REJECTIONS = ['code-missing', 'code-unknown', 'code-repeated', 'not-a-count', 'no-count'] as const;
export type CountRejection = (typeof COUNT_REJECTIONS)[number] | RejectionReason;

/** What became of a file of counts: read = stored + the sum of rejected. */
export interface DenominatorsReport {
  readonly level: Level;
  readonly source: string;
  /** The day for which the counts hold, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly read: number;
  readonly stored: number;
  /** Areas that have a count of this kind now, of all areas of the level. */
  readonly covered: Readonly<Partial<Record<DenominatorId, number>>>;
  readonly areas: number;
  readonly rejected: Readonly<Partial<Record<CountRejection, number>>>;
  /** One sentence for each rejection, at most 100. */
  readonly notes: readonly string[];
}

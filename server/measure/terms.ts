import { createHash } from 'node:crypto';
import type { Weight } from '../../geodata/model/indicator.ts';
import type { Period } from '../../geodata/model/period.ts';
import type { Profile } from '../../geodata/model/tier.ts';
import type { Span } from '../db/queries.ts';
import { Problem } from '../problem.ts';

/** What a measurement is of. */
export interface Terms {
  readonly datasetId: number;
  readonly level: string;
  readonly span: Span;
  readonly weight: Weight;
  readonly profile: Profile;
}

/** A period as SQL takes it: records without a date count only when both ends are open. Throws a 400 when it is empty. */
export function spanOf({ from, until }: Period): Span {
  if (from !== undefined && until !== undefined && from >= until) {
    throw new Problem(400, `The period from ${from} until ${until} is empty: it ends the day before “until”.`);
  }
  return {
    from: from ?? '-infinity',
    until: until ?? 'infinity',
    undated: from === undefined && until === undefined,
  };
}

/** Changes when any threshold does: what was judged by another profile is measured anew. */
export const hashOf = (profile: Profile): string =>
  createHash('sha256').update(JSON.stringify(profile)).digest('hex').slice(0, 16);

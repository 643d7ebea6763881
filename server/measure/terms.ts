import { createHash } from 'node:crypto';
import type { Weight } from '../../geodata/model/indicator.ts';
import type { Period } from '../../geodata/model/period.ts';
import type { Profile } from '../../geodata/model/tier.ts';
import type { Span } from '../db/queries.ts';

/** What a measurement is of. */
export interface Terms {
  readonly datasetId: number;
  readonly level: string;
  readonly span: Span;
  readonly weight: Weight;
  readonly profile: Profile;
}

/** A period as SQL takes it: records without a date count only when both ends are open. */
export const spanOf = ({ from, until }: Period): Span => ({
  from: from ?? '-infinity',
  until: until ?? 'infinity',
  undated: from === undefined && until === undefined,
});

/** Changes when any threshold does: what was judged by another profile is measured anew. */
export const hashOf = (profile: Profile): string =>
  createHash('sha256').update(JSON.stringify(profile)).digest('hex').slice(0, 16);

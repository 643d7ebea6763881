import type { Position } from '../../geodata/model/place.ts';
import type { AddressCandidate, DecisionRequest, ReviewedArea } from '../../geodata/model/review-api.ts';

/** An area with the box around it, as candidates and what was searched for have it. */
export type PickedArea = ReviewedArea & Pick<AddressCandidate, 'bounds'>;

/** What somebody is about to decide about an address. */
export type Picked =
  | { readonly kind: 'area'; readonly area: PickedArea }
  | { readonly kind: 'position'; readonly position: Position; readonly byKey: boolean }
  | { readonly kind: 'nowhere'; readonly reason: string };

/** The part of the request that says so. */
export function verdictOf(pick: Picked): Pick<DecisionRequest, 'area' | 'position' | 'nowhere'> {
  if (pick.kind === 'area') return { area: { level: pick.area.level, code: pick.area.code } };
  if (pick.kind === 'position') return { position: pick.position };
  return { nowhere: pick.reason };
}

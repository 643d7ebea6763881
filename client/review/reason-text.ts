import type { AddressCandidate } from '../../geodata/model/review-api.ts';
import type { Translate } from '../text/use-text.ts';

/** Longer than this, what was matched is the address itself. */
const LONGEST = 20;

/** Why an area is a candidate, in words: 同音：罗敦 → 罗墩村; and that there are others of its name. */
export function reasonText(candidate: AddressCandidate, all: readonly AddressCandidate[], t: Translate): string {
  const { name, reason, matched } = candidate;
  const stretch = matched === null || matched.length > LONGEST ? name : matched;
  const why = t(`review.reason.${reason}`, { matched: stretch, name });
  const towns = new Set(all.filter((other) => other.name === name).map(({ parentName }) => parentName));
  return towns.size > 1 ? `${why} · ${t('review.sameName', { count: towns.size, name })}` : why;
}

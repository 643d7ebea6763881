import type { AddressCandidate, ReviewedArea } from '../../geodata/model/review-api.ts';
import { useText } from '../text/use-text.ts';
import type { Picked } from './picked.ts';
import { placeText } from './place-text.ts';
import { reasonText } from './reason-text.ts';

interface CandidateListProps {
  readonly candidates: readonly AddressCandidate[];
  readonly picked: Picked | null;
  readonly onPick: (picked: Picked, place: string) => void;
}

const isSame = (a: ReviewedArea, b: ReviewedArea) => a.level === b.level && a.code === b.code;

/** What an address may mean, numbered as by the keys that pick them, with the reason; below, what somebody found beside them. */
export function CandidateList({ candidates, picked, onPick }: CandidateListProps) {
  const { t } = useText();
  const area = picked?.kind === 'area' ? picked.area : null;
  const found = area && !candidates.some((each) => isSame(each, area)) ? area : null;
  return (
    <fieldset className="candidates">
      <legend>{t('review.candidates')}</legend>
      {candidates.length === 0 && !found && <p className="quiet">{t('review.noCandidates')}</p>}
      {candidates.map((candidate, index) => (
        <label key={`${candidate.level}:${candidate.code}`} className="candidate">
          <input
            type="radio"
            name="candidate"
            checked={area !== null && isSame(area, candidate)}
            onChange={() => onPick({ kind: 'area', area: candidate }, placeText(candidate))}
          />
          <kbd>{index + 1}</kbd>
          <span>
            <strong>{candidate.name}</strong> {candidate.parentName}
            <small>
              {reasonText(candidate, candidates, t)} · {t('review.score', { score: Math.round(100 * candidate.score) })}
            </small>
          </span>
        </label>
      ))}
      {found && (
        <label className="candidate">
          <input type="radio" name="candidate" checked readOnly />
          <kbd>/</kbd>
          <span>
            <strong>{found.name}</strong> {found.parentName}
            <small>{t('review.found')}</small>
          </span>
        </label>
      )}
    </fieldset>
  );
}

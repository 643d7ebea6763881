import type { Decision } from '../../geodata/model/review-api.ts';
import { useText } from '../text/use-text.ts';
import { placeText } from './place-text.ts';

/** What was decided about the address, by whom and when, and the way back. */
export function CurrentDecision({
  decision,
  onUndo,
  busy,
}: {
  decision: Decision;
  onUndo: (id: number) => void;
  busy: boolean;
}) {
  const { t, format } = useText();
  const { area, reason, decidedBy, decidedAt } = decision;
  const place = area ? placeText(area) : [t('review.nowhereShort'), reason].filter(Boolean).join(' · ');
  return (
    <div className="current-decision">
      <p>{t('review.decided', { by: decidedBy, at: format.moment(decidedAt), place })}</p>
      <button type="button" className="button" disabled={busy} onClick={() => onUndo(decision.id)}>
        {t('review.undoThis')}
      </button>
    </div>
  );
}

import { GRADES, PLACE_PROBLEMS } from '../../geodata/model/place.ts';
import type { FilePreview } from '../../geodata/model/preview.ts';
import { REJECTION_REASONS } from '../../geodata/model/record.ts';
import { useText } from '../text/use-text.ts';
import { CountList } from './count-list.tsx';
import { rejectedRows } from './rejected-rows.ts';

/** What would become of the rows that were looked at: counts with their reasons, of how many. */
export function PreviewOutcome({ preview }: { preview: FilePreview }) {
  const { t, format } = useText();
  const { missing, placed, unplaced, unplacedReasons, rejected, sample } = preview;
  const rows = format.count(sample.rows);
  const rejectedCount = rejectedRows(preview);
  if (missing.length > 0) {
    return (
      <p className="caution" role="status">
        {t('preview.missing', { columns: missing.join('、') })}
      </p>
    );
  }
  if (placed === null && rejectedCount === 0) return null;
  return (
    <section className="preview-part" aria-labelledby="outcome">
      <h3 id="outcome">{t('preview.outcome')}</h3>
      <div className="report-columns">
        {placed !== null && unplaced !== null && (
          <>
            <div>
              <p>{t('preview.placed', { placed: format.count(sample.rows - unplaced - rejectedCount), rows })}</p>
              <CountList counts={GRADES.map((grade) => [t(`grade.${grade}`), placed[grade] ?? 0])} />
            </div>
            <div>
              <p>{t('preview.unplaced', { unplaced: format.count(unplaced), rows })}</p>
              <CountList counts={PLACE_PROBLEMS.map((id) => [t(`problem.${id}`), unplacedReasons?.[id] ?? 0])} />
            </div>
          </>
        )}
        <div>
          <p>{t('preview.rejected', { rejected: format.count(rejectedCount), rows })}</p>
          <CountList counts={REJECTION_REASONS.map((id) => [t(`rejected.${id}`), rejected[id] ?? 0])} />
        </div>
      </div>
    </section>
  );
}

import type { ImportReport } from '../../geodata/model/import-report.ts';
import { GRADES, PLACE_PROBLEMS } from '../../geodata/model/place.ts';
import { REJECTION_REASONS } from '../../geodata/model/record.ts';
import { useText } from '../text/use-text.ts';
import { CountList } from './count-list.tsx';
import { rejectedRows } from './rejected-rows.ts';

/** The truth about a file: what was rejected and why, what has no place and why, and what a careful reader would notice. */
export function ReportDetails({ report }: { report: ImportReport }) {
  const { t, format } = useText();
  return (
    <>
      <div className="report-columns">
        <section aria-labelledby="placed">
          <h3 id="placed">{t('run.placed')}</h3>
          <CountList
            counts={[
              ...GRADES.map((grade) => [t(`grade.${grade}`), report.placed[grade] ?? 0] as const),
              [t('run.unplaced'), report.unplaced],
            ]}
          />
        </section>
        {report.unplaced > 0 && (
          <section aria-labelledby="unplaced-why">
            <h3 id="unplaced-why">{t('run.unplacedWhy')}</h3>
            <CountList counts={PLACE_PROBLEMS.map((id) => [t(`problem.${id}`), report.unplacedReasons[id] ?? 0])} />
          </section>
        )}
        {rejectedRows(report) > 0 && (
          <section aria-labelledby="rejected-why">
            <h3 id="rejected-why">{t('run.rejectedWhy')}</h3>
            <CountList counts={REJECTION_REASONS.map((id) => [t(`rejected.${id}`), report.rejected[id] ?? 0])} />
          </section>
        )}
      </div>
      <section aria-labelledby="findings">
        <h3 id="findings">{t('run.findings')}</h3>
        {report.findings.length === 0 && <p className="quiet">{t('run.noFindings')}</p>}
        <ul className="findings">
          {report.findings.map(({ id, count, column, lines }) => (
            <li key={`${id}:${column}`}>
              {t(`finding.${id}`, { count: format.count(count), column: column === null ? '' : ` (${column})` })}{' '}
              {lines.length > 0 && <span className="quiet">{t('run.lines', { lines: lines.join(', ') })}</span>}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

import { AREA_REJECTIONS, type AreasReport } from '../../geodata/model/area.ts';
import { Go } from '../selection/go.tsx';
import { useText } from '../text/use-text.ts';
import { CountList } from './count-list.tsx';
import { InspectionList } from './inspection-list.tsx';

/** What became of the boundaries of a file. */
export function AreasOutcome({ report }: { report: AreasReport }) {
  const { t } = useText();
  return (
    <section aria-labelledby="areas-done" role="status">
      <h3 id="areas-done">{t('areas.done')}</h3>
      <CountList
        counts={[
          [t('run.read'), report.read],
          [t('areas.stored'), report.stored],
          [t('areas.repaired'), report.repaired],
          [t('areas.withoutBoundary'), report.withoutBoundary],
          [t('areas.withoutName'), report.withoutName],
          [t('areas.replaced'), report.replaced],
          ...AREA_REJECTIONS.map((id): [string, number] => [t(`areas.rejected.${id}`), report.rejected[id] ?? 0]),
        ]}
      />
      {report.notes.length > 0 && (
        <details className="figures">
          <summary>{t('areas.notes')}</summary>
          <ul>
            {report.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
      <InspectionList found={report.inspection} />
      <Go to="/" className="button button-strong">
        {t('run.seeMap')}
      </Go>
    </section>
  );
}

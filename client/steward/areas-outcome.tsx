import { AREA_REJECTIONS, type AreasReport } from '../../geodata/model/area.ts';
import { Go } from '../selection/go.tsx';
import { useText } from '../text/use-text.ts';
import { CountList } from './count-list.tsx';

/** What became of the boundaries of a file. */
export function AreasOutcome({ report }: { report: AreasReport }) {
  const { t } = useText();
  return (
    <section className="card" aria-labelledby="areas-done" role="status">
      <h2 id="areas-done">{t('areas.done')}</h2>
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
      <Go to="/" className="button button-strong">
        {t('run.seeMap')}
      </Go>
    </section>
  );
}

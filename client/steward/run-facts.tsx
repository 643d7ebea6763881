import type { ImportRun } from '../../geodata/model/import-report.ts';
import { useText } from '../text/use-text.ts';

/** Who imported what and when, how large it was and how it was read; and who took it back. */
export function RunFacts({ run }: { run: ImportRun }) {
  const { t, format } = useText();
  const { choices } = run;
  const reading = [run.format, run.encoding, choices.sheet, run.continues && t('run.continues', { id: run.continues })];
  const facts: (readonly [string, string | null])[] = [
    [t('run.dataset'), run.dataset],
    [t('run.by'), run.startedBy],
    [t('run.started'), format.moment(run.startedAt)],
    [t('run.ended'), run.endedAt && format.moment(run.endedAt)],
    [t('run.size'), run.bytesTotal === null ? null : format.bytes(run.bytesTotal)],
    [t('run.reading'), reading.filter(Boolean).join(' · ')],
    [t('run.hash'), run.fileSha256],
  ];
  return (
    <>
      {run.undoneAt !== null && (
        <p className="caution">{t('run.undoneBy', { who: run.undoneBy ?? '', when: format.moment(run.undoneAt) })}</p>
      )}
      <dl className="run-facts">
        {facts.map(([title, value]) =>
          value ? (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </>
  );
}

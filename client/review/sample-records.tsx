import type { RecordRow } from '../../geodata/model/api.ts';
import { useText } from '../text/use-text.ts';

/** The first records of an address: masked, for the business they are about. */
export function SampleRecords({ records }: { records: readonly RecordRow[] }) {
  const { t, format } = useText();
  return (
    <details className="figures">
      <summary>{t('review.samples')}</summary>
      <ul>
        {records.map(({ id, happenedOn, operator, holder, amount, fileName, line }) => (
          <li key={id}>
            {[happenedOn, operator, holder, amount === null ? null : format.amount(amount), `${fileName}:${line}`]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
    </details>
  );
}

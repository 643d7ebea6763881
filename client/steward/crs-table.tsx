import type { CrsHypothesis, CrsTest } from '../../geodata/model/crs-api.ts';
import { useText } from '../text/use-text.ts';

interface CrsTableProps {
  readonly result: CrsTest;
  readonly onChoose: (hypothesis: CrsHypothesis) => void;
  readonly disabled: boolean;
}

/** How each system fits, with its counts; the first row is what is declared. */
export function CrsTable({ result, onChoose, disabled }: CrsTableProps) {
  const { t, say, format } = useText();
  const { hypotheses, tested, named, declared } = result;
  const share = (count: number, of: number) => t('crs.of', { count: format.count(count), of: format.count(of) });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    <section className="table-scroll" tabIndex={0} aria-label={t('crs.table')}>
      <table className="records-table">
        <thead>
          <tr>
            <th scope="col">{t('crs.system')}</th>
            <th scope="col">{t('crs.inside')}</th>
            {named > 0 && <th scope="col">{t('crs.agreeing')}</th>}
            <th scope="col">{t('crs.action')}</th>
          </tr>
        </thead>
        <tbody>
          {hypotheses.map((one) => (
            <tr key={`${one.crs} ${one.swapped}`}>
              <th scope="row">
                {say(one.title)}
                {one.swapped && ` · ${t('crs.swapped')}`}
                {one.note && <small className="quiet"> {say(one.note)}</small>}
              </th>
              <td>{share(one.inside, tested)}</td>
              {named > 0 && <td>{share(one.agreeing, named)}</td>}
              <td>
                {one.crs === declared && !one.swapped ? (
                  t('crs.isDeclared')
                ) : (
                  <button type="button" className="button" disabled={disabled} onClick={() => onChoose(one)}>
                    {t('crs.adopt')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

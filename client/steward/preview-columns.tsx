import type { FilePreview } from '../../geodata/model/preview.ts';
import { useText } from '../text/use-text.ts';

/** Every column: what it holds, what it is for, how much of it is empty. */
export function PreviewColumns({ preview: { columns, dataset, sample } }: { preview: FilePreview }) {
  const { t, format } = useText();
  const rows = format.count(sample.rows);
  return (
    <section className="preview-part" aria-labelledby="preview-columns">
      <h3 id="preview-columns">
        {t('preview.columns')} <small>{format.count(columns.length)}</small>
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      <section className="table-scroll" tabIndex={0} aria-label={t('preview.columns')}>
        <table className="column-table">
          <thead>
            <tr>
              <th scope="col">{t('preview.column')}</th>
              <th scope="col">{t('preview.type')}</th>
              <th scope="col">{t(dataset === null ? 'preview.roleProposed' : 'preview.role')}</th>
              <th scope="col" className="number">
                {t('preview.empty')}
              </th>
              <th scope="col" className="number">
                {t('preview.distinct')}
              </th>
              <th scope="col">{t('preview.examples')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ name, type, dateFormat, role, empty, distinct, examples }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  {t(`preview.type.${type}`)} {dateFormat !== null && <small>{dateFormat}</small>}
                </td>
                <td>{role === null ? '' : t(`preview.role.${role}`)}</td>
                <td className="number">{empty > 0 && t('preview.emptyOf', { empty: format.count(empty), rows })}</td>
                <td className="number">{format.count(distinct)}</td>
                <td className="examples">{examples.join(' · ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

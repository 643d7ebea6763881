import type { FilePreview } from '../../geodata/model/preview.ts';
import { useText } from '../text/use-text.ts';

/** The first rows as they were read: if these look wrong, the import would be. */
export function PreviewRows({ preview: { columns, firstRows } }: { preview: FilePreview }) {
  const { t } = useText();
  const title = t('preview.rows', { count: firstRows.length });
  return (
    <details className="figures">
      <summary>{title}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      <section className="table-scroll" tabIndex={0} aria-label={title}>
        <table className="records-table">
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('preview.line')}
              </th>
              {columns.map(({ name }) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {firstRows.map(({ line, cells }) => (
              <tr key={line}>
                <td className="number">{line}</td>
                {columns.map(({ name }, index) => (
                  <td key={name}>{cells[index] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

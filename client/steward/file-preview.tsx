import type { UploadPreview } from '../../geodata/model/api.ts';
import type { TextKey } from '../text/use-text.ts';
import { useText } from '../text/use-text.ts';

const DELIMITERS: Readonly<Record<string, TextKey>> = {
  ',': 'import.delimiter.comma',
  '\t': 'import.delimiter.tab',
  ';': 'import.delimiter.semicolon',
};

/** How the server read the file: if this looks wrong, the import would be. */
export function FilePreview({ preview, onAnother }: { preview: UploadPreview; onAnother: () => void }) {
  const { t, format } = useText();
  const { encoding, delimiter, columns, rows } = preview;
  const delimiterKey = DELIMITERS[delimiter ?? ''];
  return (
    <section className="card" aria-labelledby="preview">
      <div className="heading-row">
        <h2 id="preview">{t('import.preview')}</h2>
        <button type="button" className="button" onClick={onAnother}>
          {t('import.another')}
        </button>
      </div>
      <p className="quiet">
        {t('import.encoding')} {encoding}
        {delimiter !== null && ` · ${t('import.delimiter')} ${delimiterKey ? t(delimiterKey) : delimiter}`}
        {` · ${t('import.columns', { count: format.count(columns.length) })} · ${t('import.firstRows', { count: rows.length })}`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      <section className="table-scroll" tabIndex={0} aria-label={t('import.preview')}>
        <table className="records-table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" key={column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file are told apart by their place in it.
              <tr key={line}>
                {columns.map((column, index) => (
                  <td key={column}>{row[index] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

import { useState } from 'react';
import type { FilePreview } from '../../geodata/model/preview.ts';
import { ENCODINGS, type TableChoices } from '../../geodata/model/table.ts';
import { Choice } from '../control/choice.tsx';
import { type TextKey, useText } from '../text/use-text.ts';
import { TextField } from './text-field.tsx';

const DELIMITERS: readonly (readonly [string, TextKey])[] = [
  [',', 'import.delimiter.comma'],
  ['\t', 'import.delimiter.tab'],
  [';', 'import.delimiter.semicolon'],
  ['|', 'preview.delimiter.bar'],
];

interface PreviewShapeProps {
  readonly preview: FilePreview;
  readonly choices: TableChoices;
  readonly onChoose: (choices: TableChoices) => void;
}

/** How the file is read, found out from itself; whoever knows better says so, and the preview is made again. */
export function PreviewShape({ preview, choices, onChoose }: PreviewShapeProps) {
  const { t, format } = useText();
  const { sample, sheets } = preview;
  const encoding = choices.encoding ?? preview.encoding;
  const delimiter = choices.delimiter ?? preview.delimiter;
  const sheet = choices.sheet ?? preview.sheet;
  const put = (part: TableChoices) => onChoose({ ...choices, ...part });
  const delimiters = DELIMITERS.map(([id, key]) => ({ id, title: t(key) }));
  const other = delimiter !== null && !DELIMITERS.some(([id]) => id === delimiter);
  const rows = format.count(sample.rows);
  return (
    <section className="preview-part" aria-labelledby="shape">
      <h3 id="shape">{t('preview.read')}</h3>
      <p className="quiet">
        {t(`preview.format.${preview.format}`)} · {t(sample.whole ? 'preview.whole' : 'preview.sample', { rows })}
      </p>
      <div className="form-grid">
        {encoding !== null && (
          <Choice
            label={t('preview.encoding')}
            value={encoding}
            onChoose={(encoding) => put({ encoding })}
            options={ENCODINGS.map((id) => ({ id, title: id.toUpperCase() }))}
          />
        )}
        {delimiter !== null && (
          <Choice
            label={t('preview.delimiter')}
            value={delimiter}
            onChoose={(delimiter) => put({ delimiter })}
            options={
              other
                ? [...delimiters, { id: delimiter, title: t('preview.delimiter.other', { delimiter }) }]
                : delimiters
            }
          />
        )}
        {sheets.length > 1 && sheet !== null && (
          <Choice
            label={t('preview.sheet')}
            value={sheet}
            onChoose={(sheet) => put({ sheet, headerLine: undefined })}
            options={sheets.map((id) => ({ id, title: id }))}
          />
        )}
        {preview.headerLine === null ? (
          <p className="quiet">{t('preview.byRows')}</p>
        ) : (
          <HeaderLine line={choices.headerLine ?? preview.headerLine} onLine={(headerLine) => put({ headerLine })} />
        )}
      </div>
    </section>
  );
}

/** The number of the header's line; taken when it is left or confirmed, so that every digit does not ask anew. */
function HeaderLine({ line, onLine }: { line: number; onLine: (line: number) => void }) {
  const { t } = useText();
  const [text, setText] = useState(`${line}`);
  const wanted = Number(text);
  const isLine = Number.isInteger(wanted) && wanted >= 1;
  return (
    <form
      className="header-line"
      onSubmit={(event) => {
        event.preventDefault();
        if (isLine) onLine(wanted);
      }}
    >
      <TextField label={t('preview.headerLine')} value={text} onChange={setText} />
      <button type="submit" className="button" disabled={!isLine || wanted === line}>
        {t('preview.renew')}
      </button>
    </form>
  );
}

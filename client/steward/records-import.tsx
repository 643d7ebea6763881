import { useState } from 'react';
import type { UploadPreview } from '../../geodata/model/api.ts';
import type { TableChoices } from '../../geodata/model/table.ts';
import { Failed } from '../page/failed.tsx';
import { Skeleton } from '../page/skeleton.tsx';
import { useText } from '../text/use-text.ts';
import { PreviewColumns } from './preview-columns.tsx';
import { PreviewFindings } from './preview-findings.tsx';
import { PreviewOutcome } from './preview-outcome.tsx';
import { PreviewRows } from './preview-rows.tsx';
import { PreviewShape } from './preview-shape.tsx';
import { NEW_DATASET, RecordsForm } from './records-form.tsx';
import { useFilePreview } from './use-file-preview.ts';

interface RecordsImportProps {
  readonly upload: UploadPreview;
  readonly onAnother: () => void;
  readonly onStarted: () => void;
}

/** A file of records before it is imported: how it is read, what looks wrong, what would become of it; then what it is, and the start. */
export function RecordsImport({ upload, onAnother, onStarted }: RecordsImportProps) {
  const { t } = useText();
  const [dataset, setDataset] = useState<string>(upload.suggested ?? NEW_DATASET);
  const [choices, setChoices] = useState<TableChoices>({});
  const known = dataset === NEW_DATASET ? {} : { dataset };
  const { preview, error, isFetching, refetch } = useFilePreview({ upload: upload.upload, choices, ...known });
  const columns = preview?.columns.map(({ name }) => name) ?? upload.columns;
  return (
    <>
      <section className="card" aria-labelledby="preview" aria-busy={isFetching}>
        <div className="heading-row">
          <h2 id="preview">{t('import.preview')}</h2>
          <button type="button" className="button" onClick={onAnother}>
            {t('import.another')}
          </button>
        </div>
        {isFetching && <p role="status">{t('preview.looking')}</p>}
        {error && <Failed error={error} retry={refetch} />}
        {!preview && !error && <Skeleton lines={8} />}
        {preview && (
          <>
            <PreviewShape preview={preview} choices={choices} onChoose={setChoices} />
            {!error && (
              <>
                <PreviewOutcome preview={preview} />
                <PreviewFindings findings={preview.findings} />
                <PreviewColumns preview={preview} />
                <PreviewRows preview={preview} />
              </>
            )}
          </>
        )}
      </section>
      <RecordsForm
        key={columns.join('\n')}
        upload={upload}
        columns={columns}
        choices={choices}
        dataset={dataset}
        onDataset={setDataset}
        onStarted={onStarted}
      />
    </>
  );
}

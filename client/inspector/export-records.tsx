import type { RecordsQuery } from '../../geodata/model/api.ts';
import { takeFile } from '../data/take-file.ts';
import { PurposeDialog } from '../purpose/purpose-dialog.tsx';
import { useText } from '../text/use-text.ts';

/** Takes the records that are listed away as a file: masked, watermarked, entered in the audit log. */
export function ExportRecords({ filter }: { filter: RecordsQuery }) {
  const { t } = useText();
  return (
    <PurposeDialog
      label={t('records.download')}
      title={t('purpose.exportTitle')}
      lead={t('purpose.exportLead')}
      action={t('purpose.export')}
      onStated={async (purpose) => {
        await takeFile('/api/exports/records', { filter, purpose });
      }}
    />
  );
}

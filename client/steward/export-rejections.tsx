import { takeFile } from '../data/take-file.ts';
import { PurposeDialog } from '../purpose/purpose-dialog.tsx';
import { useText } from '../text/use-text.ts';

/** Takes the rejected rows of an import away, as they came in; more than one file holds come as several. */
export function ExportRejections({ run }: { run: number }) {
  const { t } = useText();
  return (
    <PurposeDialog
      label={t('run.rejections')}
      title={t('purpose.exportTitle')}
      lead={t('purpose.rejectionsLead')}
      action={t('purpose.export')}
      onStated={async (purpose) => {
        let next: string | null = '0';
        while (next !== null) {
          const headers: Headers = await takeFile('/api/exports/rejections', { run, purpose, afterLine: Number(next) });
          next = headers.get('x-next-line');
        }
      }}
    />
  );
}

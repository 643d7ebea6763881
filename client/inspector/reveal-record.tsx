import { useState } from 'react';
import type { RecordRow } from '../../geodata/model/api.ts';
import type { Dataset } from '../../geodata/model/dataset.ts';
import { useRevealsPeople } from '../account/use-session.ts';
import { post } from '../data/api.ts';
import { PurposeDialog } from '../purpose/purpose-dialog.tsx';
import { useText } from '../text/use-text.ts';
import { RecordDetails } from './record-details.tsx';

/** A record in detail: masked, until somebody who may says what for. In plain it stays as long as the row is open, not longer. */
export function RevealRecord({ row, dataset, holder }: { row: RecordRow; dataset: Dataset; holder: string }) {
  const { t } = useText();
  const allowed = useRevealsPeople();
  const [plain, setPlain] = useState<RecordRow | null>(null);
  return (
    <>
      <RecordDetails row={plain ?? row} dataset={dataset} holder={plain && { title: holder, name: plain.holder }} />
      {allowed && plain === null && (
        <PurposeDialog
          label={t('purpose.reveal')}
          title={t('purpose.revealTitle')}
          lead={t('purpose.revealLead')}
          action={t('purpose.reveal')}
          onStated={async (purpose) => {
            const { rows } = await post('/api/reveal', { dataset: dataset.id, keys: [row.key], purpose });
            setPlain(rows.find(({ id }) => id === row.id) ?? null);
          }}
        />
      )}
      {plain !== null && (
        <button type="button" className="button" onClick={() => setPlain(null)}>
          {t('purpose.mask')}
        </button>
      )}
    </>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportRun } from '../../geodata/model/import-report.ts';
import { useAction } from '../account/use-action.ts';
import { ConfirmDialog } from '../admin/confirm-dialog.tsx';
import { ask } from '../data/api.ts';
import { Failed } from '../page/failed.tsx';
import { goTo } from '../selection/location.ts';
import { useText } from '../text/use-text.ts';

/** What can still be done with an import that has ended: continue it, take it back. */
export function RunActions({ run }: { run: ImportRun }) {
  const { t, format } = useText();
  const client = useQueryClient();
  const { busy, error, run: act } = useAction();
  const [asking, setAsking] = useState(false);
  const { stored, updated } = run.report;
  const undo = () =>
    act(async () => {
      setAsking(false);
      await ask('DELETE', `/api/import?id=${run.id}`);
      await client.invalidateQueries();
    });
  const resume = () =>
    act(async () => {
      const { id } = await ask<ImportRun>('POST', `/api/import/resume?id=${run.id}`);
      goTo(`/import?run=${id}`);
      await client.invalidateQueries();
    });
  if (run.state === 'undone') return null;
  return (
    <>
      {run.canResume && (
        <button type="button" className="button button-strong" disabled={busy} onClick={resume}>
          {t('run.resume')}
        </button>
      )}
      <button type="button" className="button" disabled={busy} onClick={() => setAsking(true)}>
        {t(run.state === 'undoing' ? 'run.undoAgain' : 'run.undo')}
      </button>
      {error && <Failed error={error} retry={() => setAsking(true)} />}
      {asking && (
        <ConfirmDialog
          title={t('run.undoTitle', { name: run.fileName })}
          confirm={t('run.undo')}
          busy={busy}
          onConfirm={undo}
          onCancel={() => setAsking(false)}
        >
          <p>{t('run.undoLead', { stored: format.count(stored), updated: format.count(updated) })}</p>
          <p>{t('run.undoRedo')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

import { type FormEvent, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { TemporaryPassword } from '../../geodata/model/account.ts';
import { useAction } from '../account/use-action.ts';
import { Wrong } from '../account/wrong.tsx';
import { post } from '../data/api.ts';
import { TextField } from '../steward/text-field.tsx';
import { useText } from '../text/use-text.ts';

interface CreateAccountProps {
  readonly onCreated: (made: TemporaryPassword) => void;
  readonly onCancel: () => void;
}

/** A new account: who it is for. What for, the security administrator says. */
export function CreateAccount({ onCreated, onCancel }: CreateAccountProps) {
  const { t } = useText();
  const [displayName, setDisplayName] = useState('');
  const [name, setName] = useState('');
  const { busy, error, run } = useAction();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => onCreated(await post('/api/accounts', { name, displayName })));
  };
  return (
    <ModalOverlay className="dialog-overlay" isOpen onOpenChange={(open) => !open && onCancel()}>
      <Modal className="dialog">
        <Dialog>
          <Heading slot="title">{t('admin.create')}</Heading>
          <form className="dialog-text" onSubmit={submit}>
            <p>{t('admin.createLead')}</p>
            <TextField label={t('admin.displayName')} value={displayName} onChange={setDisplayName} />
            <TextField label={t('admin.name')} hint={t('admin.nameHint')} value={name} onChange={setName} />
            <Wrong error={error} />
            <div className="dialog-actions">
              <button type="button" className="button" onClick={onCancel}>
                {t('admin.cancel')}
              </button>
              <button type="submit" className="button button-strong" disabled={busy || !name || !displayName}>
                {t('admin.createDo')}
              </button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

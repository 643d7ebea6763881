import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useAction } from '../account/use-action.ts';
import { useText } from '../text/use-text.ts';
import { lastPurpose, rememberPurpose } from './last-purpose.ts';

interface PurposeDialogProps {
  /** What the button says that opens the dialog. */
  readonly label: string;
  readonly title: string;
  /** What will happen, and what of it will be kept. */
  readonly lead: ReactNode;
  /** What the button says that goes on. */
  readonly action: string;
  readonly onStated: (purpose: string) => Promise<void>;
}

const SHORTEST = 4;

/** Asks why, before personal data are shown in plain or leave the system; the answer is entered in the audit log. */
export function PurposeDialog({ label, title, lead, action, onStated }: PurposeDialogProps) {
  return (
    <DialogTrigger>
      <Button className="button no-print">{label}</Button>
      <ModalOverlay className="dialog-overlay" isDismissable>
        <Modal className="dialog">
          <Dialog>
            {({ close }) => (
              <>
                <Heading slot="title">{title}</Heading>
                <div className="quiet">{lead}</div>
                <PurposeForm action={action} onStated={onStated} close={close} />
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}

interface PurposeFormProps extends Pick<PurposeDialogProps, 'action' | 'onStated'> {
  readonly close: () => void;
}

function PurposeForm({ action, onStated, close }: PurposeFormProps) {
  const { t } = useText();
  const id = useId();
  const [purpose, setPurpose] = useState(lastPurpose);
  const { busy, error, run } = useAction();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const stated = purpose.trim();
    rememberPurpose(stated);
    if (await run(() => onStated(stated))) close();
  };
  return (
    <form className="purpose-form" onSubmit={submit}>
      <label htmlFor={id}>{t('purpose.label')}</label>
      <input
        id={id}
        value={purpose}
        required
        minLength={SHORTEST}
        maxLength={200}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the dialog asks one thing.
        autoFocus
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => setPurpose(target.value)}
      />
      <small id={`${id}-hint`}>{t('purpose.hint')}</small>
      {error && (
        <p className="caution" role="alert">
          {error.message}
        </p>
      )}
      <div className="actions">
        <button type="submit" className="button button-strong" disabled={busy || purpose.trim().length < SHORTEST}>
          {busy ? t('purpose.busy') : action}
        </button>
        <Button className="button" onPress={close}>
          {t('purpose.cancel')}
        </Button>
      </div>
    </form>
  );
}

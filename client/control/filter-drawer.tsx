import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useText } from '../text/use-text.ts';

/** On a phone the controls lie in a drawer. */
export function FilterDrawer({ children }: { children: ReactNode }) {
  const { t } = useText();
  return (
    <DialogTrigger>
      <Button className="button drawer-button">
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M3 5h14M6 10h8M9 15h2" />
        </svg>
        {t('control.filters')}
      </Button>
      <ModalOverlay className="drawer-overlay" isDismissable>
        <Modal className="drawer">
          <Dialog>
            {({ close }) => (
              <>
                <div className="heading-row">
                  <Heading slot="title">{t('control.filters')}</Heading>
                  <Button className="button" onPress={close}>
                    {t('control.close')}
                  </Button>
                </div>
                {children}
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}

import { useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { get } from '../data/api.ts';
import { useText } from '../text/use-text.ts';
import type { Decide } from './use-decide.ts';

/** The most groups that are merged at one time. */
const MOST = 200;

/** Merges what differs in nothing that anybody means; a decision for each group, taken back together or one by one. */
export function BulkMerge({ dataset, count, act }: { dataset: string; count: number; act: Decide }) {
  const { t, format } = useText();
  const [asking, setAsking] = useState(false);
  if (count < 2) return null;
  const told = { count: format.count(Math.min(count, MOST)) };
  const merge = async () => {
    setAsking(false);
    const { proposals } = await get('/api/operator-proposals', { dataset, kind: 'same-form', limit: MOST });
    const open = proposals.filter(({ held }) => !held).map(({ names }) => names.map(({ name }) => name));
    act.decide(
      open.map((names) => ({ verdict: 'merge', names, countsAs: names[0] })),
      t('operators.done.bulk', { count: format.count(open.length) }),
    );
  };
  return (
    <>
      <button type="button" className="button no-print" disabled={act.busy} onClick={() => setAsking(true)}>
        {t('operators.bulk', told)}
      </button>
      <ModalOverlay className="dialog-overlay" isOpen={asking} isDismissable onOpenChange={setAsking}>
        <Modal className="dialog">
          <Dialog role="alertdialog">
            <Heading slot="title">{t('operators.bulkTitle')}</Heading>
            <p className="dialog-text">{t('operators.bulkText', told)}</p>
            <div className="dialog-actions">
              <button type="button" className="button" onClick={() => setAsking(false)}>
                {t('operators.cancel')}
              </button>
              <button type="button" className="button button-strong" onClick={merge}>
                {t('operators.merge')}
              </button>
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}

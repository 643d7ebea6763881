import { useState } from 'react';
import type { TemporaryPassword } from '../../geodata/model/account.ts';
import { useText } from '../text/use-text.ts';

/** The password to be handed over: shown once, gone for ever when put away. Printed, the page is only this. */
export function TemporaryPasswordCard({ made, onDone }: { made: TemporaryPassword; onDone: () => void }) {
  const { t } = useText();
  const [copied, setCopied] = useState(false);
  const { account, temporaryPassword } = made;
  const copy = async () => {
    await navigator.clipboard.writeText(temporaryPassword);
    setCopied(true);
  };
  return (
    <section className="card temporary-password" aria-labelledby="temporary-password" role="status">
      <h2 id="temporary-password">{t('admin.handOver', { name: account.displayName })}</h2>
      <p>{t(account.state === 'enabled' ? 'admin.handOverLead' : 'admin.handOverShut')}</p>
      <dl>
        <dt>{t('admin.name')}</dt>
        <dd>{account.name}</dd>
        <dt>{t('admin.temporaryPassword')}</dt>
        <dd>
          <code>{temporaryPassword}</code>
        </dd>
      </dl>
      <div className="actions no-print">
        <button type="button" className="button" onClick={copy}>
          {t(copied ? 'account.copied' : 'account.copy')}
        </button>
        <button type="button" className="button" onClick={() => print()}>
          {t('account.print')}
        </button>
        <button type="button" className="button button-strong" onClick={onDone}>
          {t('admin.handedOver')}
        </button>
      </div>
    </section>
  );
}

import { useState } from 'react';
import { useText } from '../text/use-text.ts';

/** Shown once; going on asks that they were kept. */
export function RecoveryCodeList({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useText();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    setCopied(true);
  };
  return (
    <div className="recovery-codes">
      <p role="status">{t('account.codesLead')}</p>
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="account-actions no-print">
        <button type="button" className="button" onClick={copy}>
          {t(copied ? 'account.copied' : 'account.copy')}
        </button>
        <button type="button" className="button" onClick={() => print()}>
          {t('account.print')}
        </button>
        <button type="button" className="button button-strong" onClick={onKept}>
          {t('account.kept')}
        </button>
      </div>
    </div>
  );
}

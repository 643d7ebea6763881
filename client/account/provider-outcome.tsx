import { useEffect, useState } from 'react';
import type { ProviderOffer } from '../../geodata/model/account.ts';
import { goTo, useLocation } from '../selection/location.ts';
import { useText } from '../text/use-text.ts';
import { failureIn, withoutOutcome } from './provider-address.ts';

/** What came of signing in at the provider, or out. The address forgets it at once, so that it is neither kept nor sent on. */
export function ProviderOutcome({ provider: { title, subject, signOut } }: { provider: ProviderOffer }) {
  const { t } = useText();
  const at = useLocation();
  const [failure, setFailure] = useState(() => failureIn(at.search));
  const told = failureIn(at.search);
  useEffect(() => {
    if (told === null) return;
    setFailure(told);
    goTo(withoutOutcome(at), { replace: true });
  }, [told, at]);

  if (failure !== null) {
    return (
      <div className="wrong" role="alert">
        <p>{t(`account.providerFailed.${failure}`)}</p>
        {failure === 'no-account' && subject !== null && (
          <p>
            {t('account.providerSubject')} <code className="provider-subject">{subject}</code>
          </p>
        )}
      </div>
    );
  }
  if (signOut === null) return null;
  return (
    <p className="due" role="status">
      {t('account.providerSignOut', { title })}{' '}
      <a href={signOut} rel="noreferrer">
        {t('account.providerSignOutThere', { title })}
      </a>
    </p>
  );
}

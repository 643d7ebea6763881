import type { SignedIn } from '../../geodata/model/account.ts';
import { SiteHeader } from '../page/site-header.tsx';
import { useTitle } from '../page/use-title.ts';
import { useText } from '../text/use-text.ts';
import { Identity } from './identity.tsx';
import { PasswordSection } from './password-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { SessionsSection } from './sessions-section.tsx';

/** One's own account. What is due stands alone until it is done. */
export function AccountPage({ account }: { account: SignedIn }) {
  const { t } = useText();
  const { pending } = account;
  useTitle(t('account.title'));
  return (
    <div className="account-page">
      <SiteHeader />
      <main id="main">
        <h1>{t('account.title')}</h1>
        {pending !== null && (
          <p className="due" role="status">
            {t(`account.due.${pending}`)}
          </p>
        )}
        <Identity account={account} />
        {pending !== 'second-factor' && <PasswordSection account={account} />}
        {pending !== 'password' && <SecondFactorSection account={account} />}
        {pending === null && <SessionsSection />}
      </main>
    </div>
  );
}

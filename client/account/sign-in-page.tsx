import type { SessionState } from '../../geodata/model/account.ts';
import { SiteHeader } from '../page/site-header.tsx';
import { useTitle } from '../page/use-title.ts';
import { useText } from '../text/use-text.ts';
import { DemoAccounts } from './demo-accounts.tsx';
import { ProviderButton } from './provider-button.tsx';
import { ProviderOutcome } from './provider-outcome.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Stands in place of whatever was asked for; the address stays, so that signing in leads there. */
export function SignInPage({ state }: { state: SessionState }) {
  const { t } = useText();
  useTitle(t('account.signIn'));
  return (
    <div className="account-page">
      <SiteHeader />
      <main id="main" className="sign-in">
        <section className="card">
          <h1>{t('account.signIn')}</h1>
          <p className="quiet">{t('account.signInLead')}</p>
          {state.provider && <ProviderOutcome provider={state.provider} />}
          <SignInForm />
          {state.provider && <ProviderButton provider={state.provider} />}
        </section>
        {state.demoAccounts.length > 0 && <DemoAccounts accounts={state.demoAccounts} />}
      </main>
    </div>
  );
}

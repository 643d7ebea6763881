import { type DemoAccount, ROLE_TITLES } from '../../geodata/model/account.ts';
import { useText } from '../text/use-text.ts';
import { signIn } from './sign-in-form.tsx';
import { useAction } from './use-action.ts';
import { useEnter } from './use-session.ts';
import { Wrong } from './wrong.tsx';

/** Ready accounts of the synthetic county, one press each; a database with real records never offers them. */
export function DemoAccounts({ accounts }: { accounts: readonly DemoAccount[] }) {
  const { t, say } = useText();
  const enter = useEnter();
  const { busy, error, run } = useAction();
  return (
    <section className="card demo-accounts" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t('account.demo')}</h2>
      <p className="quiet">{t('account.demoLead')}</p>
      <ul>
        {accounts.map(({ role, name, password }) => (
          <li key={name}>
            <button
              type="button"
              className="button"
              disabled={busy}
              onClick={() => run(async () => enter(await signIn({ name, password })))}
            >
              {t('account.enterAs', { role: say(ROLE_TITLES[role]) })}
            </button>
            <small>{t(`account.roleLead.${role}`)}</small>
          </li>
        ))}
      </ul>
      <Wrong error={error} />
    </section>
  );
}

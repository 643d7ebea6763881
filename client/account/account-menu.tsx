import { ROLE_TITLES, type SignedIn } from '../../geodata/model/account.ts';
import { Go } from '../selection/go.tsx';
import { useText } from '../text/use-text.ts';
import { useAction } from './use-action.ts';
import { useSignOut } from './use-session.ts';

/** Who is at work, and the way out. On a phone the initial stands for the name, and the way out is on the page behind it. */
export function AccountMenu({ account }: { account: SignedIn }) {
  const { t, say } = useText();
  const signOut = useSignOut();
  const { busy, run } = useAction();
  const role = account.role && say(ROLE_TITLES[account.role]);
  return (
    <>
      <Go to="/account" className="account-link" label={[t('account.title'), account.displayName, role].join(' ')}>
        <span className="account-initial" aria-hidden="true">
          {[...account.displayName][0]}
        </span>
        <span className="account-name">{account.displayName}</span>
      </Go>
      <button type="button" className="sign-out" disabled={busy} onClick={() => run(signOut)}>
        {t('account.signOut')}
      </button>
    </>
  );
}

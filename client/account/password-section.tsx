import { type FormEvent, useState } from 'react';
import type { SessionState, SignedIn } from '../../geodata/model/account.ts';
import { ask } from '../data/api.ts';
import { useText } from '../text/use-text.ts';
import { Field } from './field.tsx';
import { useAction } from './use-action.ts';
import { useEnter } from './use-session.ts';
import { Wrong } from './wrong.tsx';

/** Changing the password ends all other sessions of the account. */
export function PasswordSection({ account }: { account: SignedIn }) {
  const { t, format } = useText();
  const enter = useEnter();
  const [password, setPassword] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [changed, setChanged] = useState(false);
  const { busy, error, run } = useAction();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChanged(false);
    const done = await run(async () => {
      if (next !== again) throw new Error(t('account.notTheSame'));
      enter(await ask<SessionState>('POST', '/api/password', { password, next }));
    });
    if (!done) return;
    setPassword('');
    setNext('');
    setAgain('');
    setChanged(true);
  };

  return (
    <section className="card" aria-labelledby="password-title">
      <h2 id="password-title">{t('account.changePassword')}</h2>
      {account.passwordUntil && (
        <p className="quiet">{t('account.passwordUntil', { date: format.moment(account.passwordUntil) })}</p>
      )}
      <form className="account-form" onSubmit={submit}>
        <Field
          label={t('account.currentPassword')}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        />
        <Field
          label={t('account.newPassword')}
          hint={t('account.passwordHint')}
          type="password"
          value={next}
          onChange={setNext}
          autoComplete="new-password"
        />
        <Field
          label={t('account.newPasswordAgain')}
          type="password"
          value={again}
          onChange={setAgain}
          autoComplete="new-password"
        />
        <Wrong error={error} />
        {changed && <p role="status">{t('account.passwordChanged')}</p>}
        <button type="submit" className="button button-strong" disabled={busy}>
          {t('account.changePassword')}
        </button>
      </form>
    </section>
  );
}

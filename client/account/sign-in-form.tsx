import { type FormEvent, useState } from 'react';
import type { SessionState, SignInRequest } from '../../geodata/model/account.ts';
import { ApiError, ask } from '../data/api.ts';
import { useText } from '../text/use-text.ts';
import { Field } from './field.tsx';
import { useAction } from './use-action.ts';
import { useEnter } from './use-session.ts';
import { Wrong } from './wrong.tsx';

/** Name and password; the code of the second factor only once the server asks for it. */
export function SignInForm() {
  const { t } = useText();
  const enter = useEnter();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const { busy, error, run } = useAction();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      try {
        enter(await signIn({ name, password, ...(code ? { code } : {}) }));
      } catch (cause) {
        if (cause instanceof ApiError && cause.needsCode && code === null) return setCode('');
        throw cause;
      }
    });
  };

  return (
    <form className="account-form" onSubmit={submit}>
      <Field label={t('account.name')} value={name} onChange={setName} autoComplete="username" autoFocus />
      <Field
        label={t('account.password')}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
      />
      {code !== null && (
        <Field
          label={t('account.code')}
          hint={t('account.codeHint')}
          value={code}
          onChange={setCode}
          autoComplete="one-time-code"
          autoFocus
        />
      )}
      <Wrong error={error} />
      <button type="submit" className="button button-strong" disabled={busy}>
        {t(busy ? 'account.signingIn' : 'account.signIn')}
      </button>
    </form>
  );
}

export const signIn = (request: SignInRequest): Promise<SessionState> =>
  ask<SessionState>('POST', '/api/session', request);

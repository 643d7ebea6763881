import { type FormEvent, useState } from 'react';
import type { RecoveryCodes, SecondFactorOffer, SignedIn } from '../../geodata/model/account.ts';
import { ask } from '../data/api.ts';
import { useText } from '../text/use-text.ts';
import { Field } from './field.tsx';
import { RecoveryCodeList } from './recovery-code-list.tsx';
import { SecondFactorKey } from './second-factor-key.tsx';
import { useAction } from './use-action.ts';
import { useRefreshSession } from './use-session.ts';
import { Wrong } from './wrong.tsx';

/** Setting the second factor up: the password, then the key for the authenticator, then a code of it, then recovery codes. */
export function SecondFactorSection({ account }: { account: SignedIn }) {
  const { t } = useText();
  const refresh = useRefreshSession();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [offer, setOffer] = useState<SecondFactorOffer | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { busy, error, run } = useAction();

  const steps = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      if (account.secondFactor) return show(await ask('POST', '/api/recovery-codes', { password, code }));
      if (!offer) return setOffer(await ask<SecondFactorOffer>('POST', '/api/second-factor', { password }));
      show(await ask('POST', '/api/second-factor/confirmation', { password, code }));
    });
  };
  const remove = () =>
    run(async () => {
      await ask('DELETE', '/api/second-factor', { password, code });
      start();
    });
  function show({ recoveryCodes }: RecoveryCodes) {
    setCodes(recoveryCodes);
    setOffer(null);
    setCode('');
  }
  function start() {
    setCodes(null);
    setPassword('');
    setCode('');
    void refresh();
  }

  return (
    <section className="card" aria-labelledby="second-factor-title">
      <h2 id="second-factor-title">{t('account.secondFactor')}</h2>
      <p className="quiet">
        {account.secondFactor
          ? t('account.secondFactorOn', { count: account.recoveryCodesLeft })
          : t('account.secondFactorOff')}
      </p>
      {codes ? (
        <RecoveryCodeList codes={codes} onKept={start} />
      ) : (
        <form className="account-form" onSubmit={steps}>
          {offer && <SecondFactorKey offer={offer} />}
          <Field
            label={t('account.currentPassword')}
            type="password"
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
          />
          {(offer !== null || account.secondFactor) && (
            <Field label={t('account.code')} value={code} onChange={setCode} autoComplete="one-time-code" />
          )}
          <Wrong error={error} />
          <div className="account-actions">
            <button type="submit" className="button button-strong" disabled={busy}>
              {t(account.secondFactor ? 'account.newCodes' : offer ? 'account.confirm' : 'account.setUp')}
            </button>
            {account.secondFactor && (
              <button type="button" className="button" disabled={busy || !password || !code} onClick={remove}>
                {t('account.remove')}
              </button>
            )}
          </div>
        </form>
      )}
    </section>
  );
}

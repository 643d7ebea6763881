import { useState } from 'react';
import type { Account, Grant, Grantable, Role, TemporaryPassword } from '../../geodata/model/account.ts';
import { useAction } from '../account/use-action.ts';
import { Wrong } from '../account/wrong.tsx';
import { ask } from '../data/api.ts';
import { Go } from '../selection/go.tsx';
import { useText } from '../text/use-text.ts';
import { AccountFacts } from './account-facts.tsx';
import { AccountState } from './account-table.tsx';
import { type Act, actsOn, ROUTES } from './acts.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { GrantForm } from './grant-form.tsx';
import type { Done } from './outcome.tsx';

interface AccountPanelProps {
  readonly account: Account;
  readonly known: Grantable | undefined;
  /** Of whoever looks at it, and whether it is theirs. */
  readonly role: Role | null;
  readonly own: boolean;
  /** Told after a change; with the password that a reset made. */
  readonly onDone: (done: Done, made?: TemporaryPassword) => Promise<void>;
}

/** One account: what is known of it, and what whoever looks may do to it. */
export function AccountPanel({ account, known, role, own, onDone }: AccountPanelProps) {
  const { t } = useText();
  const [granting, setGranting] = useState(false);
  const [asked, setAsked] = useState<Act | null>(null);
  const { busy, error, run } = useAction();
  const { displayName: name } = account;
  const acts = own ? [] : actsOn(account, role);

  const act = async (act: Act) => {
    const [method, path] = ROUTES[act];
    await run(async () => {
      const answer = await ask<Account | TemporaryPassword>(method, `${path}?id=${account.id}`);
      await onDone({ kind: act, account }, 'temporaryPassword' in answer ? answer : undefined);
    });
    setAsked(null);
  };
  const grant = async (wanted: Grant) => {
    await ask('POST', `/api/account/grant?id=${account.id}`, wanted);
    await onDone({ kind: 'grant', account });
    setGranting(false);
  };

  return (
    <section className="card account-panel" aria-labelledby="account-name">
      <Go to="/accounts" className="back">
        {t('admin.back')}
      </Go>
      <div className="heading-row">
        <h2 id="account-name">
          {name} <small>{account.name}</small>
        </h2>
        <AccountState account={account} />
      </div>
      <AccountFacts account={account} known={known} />
      {own && <p className="quiet">{t('admin.own')}</p>}
      {account.demo && <p className="quiet">{t('admin.demo')}</p>}
      <Wrong error={error} />
      {granting ? (
        <GrantForm account={account} known={known} onGrant={grant} onCancel={() => setGranting(false)} />
      ) : (
        <div className="actions no-print">
          {role === 'security-admin' && !own && !account.demo && (
            <button type="button" className="button button-strong" onClick={() => setGranting(true)}>
              {t('admin.grant')}
            </button>
          )}
          {acts.map((act) => (
            <button key={act} type="button" className="button" onClick={() => setAsked(act)}>
              {t(`admin.act.${act}`)}
            </button>
          ))}
        </div>
      )}
      {asked && (
        <ConfirmDialog
          title={t('admin.askTitle', { act: t(`admin.act.${asked}`), name })}
          confirm={t(`admin.act.${asked}`)}
          busy={busy}
          onConfirm={() => act(asked)}
          onCancel={() => setAsked(null)}
        >
          <p>{t(`admin.ask.${asked}`)}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}

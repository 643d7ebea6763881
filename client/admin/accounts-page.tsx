import { useState } from 'react';
import type { SignedIn, TemporaryPassword } from '../../geodata/model/account.ts';
import { Failed } from '../page/failed.tsx';
import { SiteHeader } from '../page/site-header.tsx';
import { Skeleton } from '../page/skeleton.tsx';
import { useTitle } from '../page/use-title.ts';
import { goTo, useLocation } from '../selection/location.ts';
import { useText } from '../text/use-text.ts';
import { AccountFilters } from './account-filters.tsx';
import { AccountPanel } from './account-panel.tsx';
import { AccountTable } from './account-table.tsx';
import { CreateAccount } from './create-account.tsx';
import { Duties } from './duties.tsx';
import { findAccounts, type StateFilter } from './find-accounts.ts';
import { type Done, Outcome } from './outcome.tsx';
import { TemporaryPasswordCard } from './temporary-password-card.tsx';
import { useAccounts } from './use-accounts.ts';

/** All accounts for their administrators; the one that is looked at stands in the address bar. */
export function AccountsPage({ me }: { me: SignedIn }) {
  const { t } = useText();
  const { search } = useLocation();
  const { accounts, known, error, refresh } = useAccounts();
  const [text, setText] = useState('');
  const [state, setState] = useState<StateFilter>('all');
  const [creating, setCreating] = useState(false);
  const [made, setMade] = useState<TemporaryPassword | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const chosen = accounts?.find(({ id }) => `${id}` === new URLSearchParams(search).get('account'));
  useTitle(chosen?.displayName, t('admin.title'));

  const show = async (next: { done?: Done; made?: TemporaryPassword | undefined }) => {
    await refresh();
    setDone(next.done ?? null);
    setMade(next.made ?? null);
  };
  const created = async (made: TemporaryPassword) => {
    setCreating(false);
    await show({ made });
    goTo(`/accounts?account=${made.account.id}`);
  };
  const found = accounts && findAccounts(accounts, { text, state });

  return (
    <div className="import-page accounts-page">
      <SiteHeader />
      <main id="main" data-chosen={chosen !== undefined}>
        <header className="heading-row">
          <div>
            <h1>{t('admin.title')}</h1>
            <Duties role={me.role} />
          </div>
          {me.role === 'system-admin' && (
            <button type="button" className="button button-strong no-print" onClick={() => setCreating(true)}>
              {t('admin.create')}
            </button>
          )}
        </header>
        {made && <TemporaryPasswordCard made={made} onDone={() => setMade(null)} />}
        {done && !made && (
          <Outcome done={done} role={me.role} onUndone={() => show({ done: { ...done, kind: 'undo' } })} />
        )}
        {error && <Failed error={error} retry={refresh} />}
        <div className="account-columns">
          <section className="card account-list" aria-label={t('admin.title')}>
            <AccountFilters text={text} state={state} onText={setText} onState={setState} />
            {!found && !error && <Skeleton lines={6} />}
            {found?.length === 0 && <p className="quiet">{t('admin.none')}</p>}
            {found && found.length > 0 && <AccountTable accounts={found} known={known} chosen={chosen?.id ?? null} />}
          </section>
          {chosen && (
            <AccountPanel
              key={chosen.id}
              account={chosen}
              known={known}
              role={me.role}
              own={chosen.name === me.name}
              onDone={(done, made) => show({ done, made })}
            />
          )}
        </div>
        {creating && <CreateAccount onCreated={created} onCancel={() => setCreating(false)} />}
      </main>
    </div>
  );
}

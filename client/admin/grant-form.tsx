import { type FormEvent, useState } from 'react';
import { type Account, type Grant, type Grantable, ROLE_TITLES, ROLES } from '../../geodata/model/account.ts';
import { useAction } from '../account/use-action.ts';
import { Wrong } from '../account/wrong.tsx';
import { Choice } from '../control/choice.tsx';
import { useText } from '../text/use-text.ts';
import { AreaGrant } from './area-grant.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { DatasetGrant } from './dataset-grant.tsx';
import { GrantChanges } from './grant-changes.tsx';
import { grantOf } from './scope-names.ts';

interface GrantFormProps {
  readonly account: Account;
  readonly known: Grantable | undefined;
  /** Sends the grant; throws the server's sentence. */
  readonly onGrant: (grant: Grant) => Promise<unknown>;
  readonly onCancel: () => void;
}

/** Role, areas and datasets of an account; before it counts, what changes is shown side by side. */
export function GrantForm({ account, known, onGrant, onCancel }: GrantFormProps) {
  const { t, say } = useText();
  const before = grantOf(account);
  const [grant, setGrant] = useState<Grant>(before);
  const [names, setNames] = useState<Grantable['areas']>([]);
  const [asking, setAsking] = useState(false);
  const { busy, error, run } = useAction();
  const all: Grantable | undefined = known && { ...known, areas: [...known.areas, ...names] };
  const change = (part: Partial<Grant>) => setGrant({ ...grant, ...part });
  const roles = [
    { id: 'none' as const, title: t('admin.noRole') },
    ...ROLES.map((id) => ({ id, title: say(ROLE_TITLES[id]) })),
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsking(true);
  };
  const confirm = async () => {
    await run(() => onGrant(grant));
    setAsking(false);
  };
  return (
    <form className="grant-form" onSubmit={submit}>
      <Choice
        label={t('account.role')}
        options={roles}
        value={grant.role ?? 'none'}
        onChoose={(role) => change({ role: role === 'none' ? null : role })}
        wide
      />
      {grant.role?.endsWith('-admin') && <p className="quiet">{t('admin.administratorsSeeNothing')}</p>}
      <AreaGrant
        value={grant}
        known={all}
        onChange={(part, found) => {
          change(part);
          if (found) setNames([...names, found]);
        }}
      />
      <DatasetGrant value={grant} known={all} onChange={change} />
      <Wrong error={error} />
      <div className="actions">
        <button type="button" className="button" onClick={onCancel}>
          {t('admin.cancel')}
        </button>
        <button
          type="submit"
          className="button button-strong"
          disabled={JSON.stringify(grant) === JSON.stringify(before)}
        >
          {t('admin.grantReview')}
        </button>
      </div>
      {asking && (
        <ConfirmDialog
          title={t('admin.grantTitle', { name: account.displayName })}
          confirm={t('admin.grantDo')}
          busy={busy}
          onConfirm={confirm}
          onCancel={() => setAsking(false)}
        >
          <GrantChanges before={before} after={grant} known={all} />
          <p>{t('admin.grantAsk')}</p>
        </ConfirmDialog>
      )}
    </form>
  );
}

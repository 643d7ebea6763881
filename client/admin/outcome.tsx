import type { Account, Role } from '../../geodata/model/account.ts';
import { useAction } from '../account/use-action.ts';
import { Wrong } from '../account/wrong.tsx';
import { ask } from '../data/api.ts';
import { useText } from '../text/use-text.ts';
import { type Act, ROUTES, undoOf } from './acts.ts';
import { grantOf } from './scope-names.ts';

/** What was done, and the account as it was before. */
export interface Done {
  readonly kind: Act | 'grant' | 'undo';
  readonly account: Account;
}

interface OutcomeProps {
  readonly done: Done;
  readonly role: Role | null;
  readonly onUndone: () => Promise<void>;
}

/** Says what was done; what can be taken back has its button here. Sessions that ended stay ended. */
export function Outcome({ done, role, onUndone }: OutcomeProps) {
  const { t } = useText();
  const { busy, error, run } = useAction();
  const { kind, account } = done;
  const back = kind === 'grant' || kind === 'undo' ? null : undoOf(kind, role);
  const undo = () =>
    run(async () => {
      if (back) await ask(ROUTES[back][0], `${ROUTES[back][1]}?id=${account.id}`);
      else await ask('POST', `/api/account/grant?id=${account.id}`, grantOf(account));
      await onUndone();
    });
  return (
    <div className="outcome no-print" role="status">
      <p>{t(`admin.done.${kind}`, { name: account.displayName })}</p>
      {(kind === 'grant' || back) && (
        <button type="button" className="button" disabled={busy} onClick={undo}>
          {t('admin.undo')}
        </button>
      )}
      <Wrong error={error} />
    </div>
  );
}

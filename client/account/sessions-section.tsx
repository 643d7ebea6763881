import { useQuery } from '@tanstack/react-query';
import type { SessionRow } from '../../geodata/model/account.ts';
import { ask, getSessions } from '../data/api.ts';
import { Failed } from '../page/failed.tsx';
import { Skeleton } from '../page/skeleton.tsx';
import { useText } from '../text/use-text.ts';
import { useAction } from './use-action.ts';
import { Wrong } from './wrong.tsx';

/** Where one is signed in; any of them can be ended. */
export function SessionsSection() {
  const { t } = useText();
  const sessions = useQuery({ queryKey: ['/api/session/all'], queryFn: ({ signal }) => getSessions(signal) });
  const { busy, error, run } = useAction();
  const end = ({ id }: SessionRow) =>
    run(async () => {
      await ask('DELETE', `/api/session/one?id=${id}`);
      await sessions.refetch();
    });
  return (
    <section className="card" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{t('account.sessions')}</h2>
      {sessions.error && <Failed error={sessions.error} retry={sessions.refetch} />}
      {sessions.isPending && <Skeleton lines={2} />}
      <ul className="session-list">
        {sessions.data?.map((row) => (
          <SessionItem key={row.id} row={row} busy={busy} onEnd={() => end(row)} />
        ))}
      </ul>
      <Wrong error={error} />
    </section>
  );
}

function SessionItem({ row, busy, onEnd }: { row: SessionRow; busy: boolean; onEnd: () => void }) {
  const { t, format } = useText();
  return (
    <li>
      <div>
        <strong>{row.userAgent || t('account.unknownDevice')}</strong>
        <small>{t('account.seen', { address: row.address, time: format.moment(row.seenAt) })}</small>
      </div>
      {row.current ? (
        <em>{t('account.here')}</em>
      ) : (
        <button type="button" className="button" disabled={busy} onClick={onEnd}>
          {t('account.end')}
        </button>
      )}
    </li>
  );
}

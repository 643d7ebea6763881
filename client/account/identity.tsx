import { ROLE_TITLES, type SignedIn } from '../../geodata/model/account.ts';
import { useText } from '../text/use-text.ts';

/** Who one is here, and what one may see. */
export function Identity({ account }: { account: SignedIn }) {
  const { t, say, format } = useText();
  const { scope } = account;
  const areas = scope.allAreas ? t('account.all') : scope.areas.map(({ level, code }) => `${level} ${code}`).join(', ');
  const datasets = scope.allDatasets ? t('account.all') : scope.datasets.join(', ');
  return (
    <section className="card">
      <dl className="account-facts">
        <dt>{t('account.name')}</dt>
        <dd>
          {account.displayName} <span className="quiet">{account.name}</span>
        </dd>
        <dt>{t('account.role')}</dt>
        <dd>{account.role ? say(ROLE_TITLES[account.role]) : t('account.none')}</dd>
        <dt>{t('account.areas')}</dt>
        <dd>{areas || t('account.none')}</dd>
        <dt>{t('account.datasets')}</dt>
        <dd>{datasets || t('account.none')}</dd>
        <dt>{t('account.endsAt')}</dt>
        <dd>
          {format.moment(account.endsAt)}{' '}
          <span className="quiet">{t('account.idle', { minutes: account.idleMinutes })}</span>
        </dd>
      </dl>
    </section>
  );
}

import type { Account, Grantable } from '../../geodata/model/account.ts';
import { useText } from '../text/use-text.ts';
import { grantOf, grantWords } from './scope-names.ts';

/** Everything that administrators know of an account. */
export function AccountFacts({ account, known }: { account: Account; known: Grantable | undefined }) {
  const speech = useText();
  const { t, format } = speech;
  const words = grantWords(grantOf(account), known, speech);
  const facts: readonly (readonly [string, string])[] = [
    [t('account.role'), words.role],
    [t('account.areas'), words.areas],
    [t('account.datasets'), words.datasets],
    [t('account.secondFactor'), t(account.secondFactor ? 'admin.on' : 'admin.off')],
    [
      t('account.password'),
      t(account.passwordTemporary ? 'admin.passwordTemporary' : 'admin.passwordSet', {
        date: format.moment(account.passwordSetAt),
      }),
    ],
    [t('admin.made'), `${format.moment(account.createdAt)} · ${account.createdBy ?? t('admin.byCommand')}`],
  ];
  return (
    <dl className="account-facts">
      {facts.map(([title, fact]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}

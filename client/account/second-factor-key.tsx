import type { SecondFactorOffer } from '../../geodata/model/account.ts';
import { useText } from '../text/use-text.ts';

/** The key to be put into an authenticator: by its link on the same device, or by hand on another. */
export function SecondFactorKey({ offer }: { offer: SecondFactorOffer }) {
  const { t } = useText();
  return (
    <div className="second-factor-key">
      <p>{t('account.keyLead')}</p>
      <code>{offer.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      <a href={offer.uri}>{t('account.keyLink')}</a>
    </div>
  );
}

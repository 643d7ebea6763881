import type { SecondFactorOffer } from '../../geodata/model/account.ts';
import { useText } from '../text/use-text.ts';
import { QrCode } from './qr-code.tsx';

/** The key to be put into an authenticator: seen by its camera, opened on the same device, or typed by hand. */
export function SecondFactorKey({ offer }: { offer: SecondFactorOffer }) {
  const { t } = useText();
  return (
    <div className="second-factor-key">
      <p>{t('account.keyLead')}</p>
      <QrCode text={offer.uri} label={t('account.qr')} />
      <div className="key-by-hand">
        <p className="quiet">{t('account.keyByHand')}</p>
        <code>{offer.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        <a href={offer.uri}>{t('account.keyLink')}</a>
      </div>
    </div>
  );
}

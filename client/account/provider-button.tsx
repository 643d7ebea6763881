import type { ProviderOffer } from '../../geodata/model/account.ts';
import { knock } from '../data/api.ts';
import { useLocation } from '../selection/location.ts';
import { useText } from '../text/use-text.ts';
import { providerAddress } from './provider-address.ts';
import { useAction } from './use-action.ts';
import { Wrong } from './wrong.tsx';

/** The way to the commission's own identity provider. Asks first whether it can be reached: a sentence here is better than a page of errors. */
export function ProviderButton({ provider: { title } }: { provider: ProviderOffer }) {
  const { t } = useText();
  const address = providerAddress(useLocation());
  const { busy, error, run } = useAction();
  return (
    <div className="provider">
      <p className="provider-or" aria-hidden="true">
        {t('account.or')}
      </p>
      <Wrong error={error} />
      <button
        type="button"
        className="button"
        disabled={busy}
        onClick={() =>
          run(async () => {
            await knock(address);
            location.assign(address);
          })
        }
      >
        {t(busy ? 'account.providerGoing' : 'account.provider', { title })}
      </button>
    </div>
  );
}

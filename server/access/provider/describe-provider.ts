import type { ProviderOffer } from '../../../geodata/model/account.ts';
import type { Provider } from './provider.ts';

/** What is known of the visitor that the provider's part of the sign-in page depends on. */
export interface Leaver {
  /** Whom the provider vouched for in vain. */
  readonly subject?: string | null;
  /** Who vouched for the session that was just left. */
  readonly issuer?: string | null;
}

/** What the sign-in page is told of the provider; null where there is none. */
export function describeProvider(provider: Provider | null, { subject, issuer }: Leaver): ProviderOffer | null {
  if (!provider) return null;
  const { settings } = provider;
  return {
    title: settings.title,
    subject: subject ?? null,
    signOut: issuer === settings.issuer ? provider.signOutAddress() : null,
  };
}

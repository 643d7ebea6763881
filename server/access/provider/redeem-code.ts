import { AuthorizationResponseError, authorizationCodeGrant, ClientError } from 'openid-client';
import type { ProviderFailure } from '../../../geodata/model/account.ts';
import type { Attempt } from './browser-note.ts';
import { hasSecondFactor } from './has-second-factor.ts';
import type { VouchedIdentity } from './identity.ts';
import type { Provider } from './provider.ts';
import { returnAddress } from './settings.ts';

/**
 * Exchanges what the provider sent back for the identity it vouches for. `query` is the returned query, with its question mark.
 * Checked: state, nonce, PKCE, issuer, audience, times and signature. Rejects when any of it is wrong: see `failureOf`.
 */
export async function redeemCode(provider: Provider, query: string, attempt: Attempt): Promise<VouchedIdentity> {
  const configuration = await provider.discover();
  const { settings } = provider;
  // The address that is registered, not the one that a Host header claims.
  const tokens = await authorizationCodeGrant(configuration, new URL(returnAddress(settings) + query), {
    expectedState: attempt.state,
    expectedNonce: attempt.nonce,
    pkceCodeVerifier: attempt.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new Error('the provider sent no identity');
  return { issuer: claims.iss, subject: claims.sub, vouched: hasSecondFactor(claims, settings.acr) };
}

/** What somebody is told of it; the rest is for the log. */
export function failureOf(error: unknown): ProviderFailure {
  if (error instanceof AuthorizationResponseError) {
    if (error.error === 'access_denied') return 'denied';
    return ['server_error', 'temporarily_unavailable'].includes(error.error) ? 'unreachable' : 'failed';
  }
  const isSilent = error instanceof ClientError && error.code === 'OAUTH_TIMEOUT';
  return isSilent || isUnanswered(error) || isBroken(error) ? 'unreachable' : 'failed';
}

/** No connection at all: what `fetch` says of it. */
const isUnanswered = (error: unknown) => error instanceof TypeError && error.message === 'fetch failed';

/** An answer that the provider's own trouble explains. */
const isBroken = (error: unknown) =>
  error instanceof ClientError && error.cause instanceof Response && error.cause.status >= 500;

import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { Attempt } from './browser-note.ts';
import type { Provider } from './provider.ts';
import { returnAddress } from './settings.ts';

export interface Begun {
  /** Where the browser goes to sign in. */
  readonly address: string;
  /** What the browser must bring back, to be sealed. */
  readonly attempt: Attempt;
}

/** Begins to sign in at the provider; `target` is where the visitor wanted to go. Rejects while the provider cannot be reached. */
export async function beginAttempt(provider: Provider, target: string): Promise<Begun> {
  const configuration = await provider.discover();
  const { settings } = provider;
  const attempt = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), target };
  const address = buildAuthorizationUrl(configuration, {
    redirect_uri: returnAddress(settings),
    scope: 'openid',
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
    ...(settings.acr.length > 0 && { acr_values: settings.acr.join(' ') }),
  });
  return { address: address.href, attempt };
}

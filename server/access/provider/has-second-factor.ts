import type { IDToken } from 'openid-client';

/**
 * Ways of proving who one is (RFC 8176) that are more than a password: several factors, a one-time code, a key, a smart card.
 * Text messages are none: they are read on the way.
 */
const STRONG = ['mfa', 'otp', 'hwk', 'swk', 'sc'];

/** Whether the provider says that it asked for a second factor. Saying nothing is no. */
export function hasSecondFactor({ amr, acr }: IDToken, accepted: readonly string[]): boolean {
  const isStrong = Array.isArray(amr) && amr.some((way) => STRONG.some((strong) => strong === way));
  return isStrong || accepted.some((value) => value === acr);
}

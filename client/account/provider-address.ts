import { PROVIDER_FAILURES, type ProviderFailure } from '../../geodata/model/account.ts';

const OUTCOME = 'sign-in';

/** Why signing in at the provider came to nothing, as the address of the page says; null when it says nothing we know. */
export function failureIn(search: string): ProviderFailure | null {
  const told = new URLSearchParams(search).getAll(OUTCOME).at(-1);
  return PROVIDER_FAILURES.find((failure) => failure === told) ?? null;
}

/** The page's own address without what was told of signing in. The rest of the query stays as it is written. */
export function withoutOutcome({ path, search }: { path: string; search: string }): string {
  const rest = search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair !== '' && !pair.startsWith(`${OUTCOME}=`));
  return path + (rest.length > 0 ? `?${rest.join('&')}` : '');
}

/** Where the browser goes to sign in at the provider, and to come back to this page. */
export const providerAddress = (at: { path: string; search: string }): string =>
  `/api/session/provider?to=${encodeURIComponent(withoutOutcome(at))}`;

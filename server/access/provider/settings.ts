import { resolve } from 'node:path';
import { z } from 'zod';

const text = z.string().trim().min(1);

/** The settings of the commission's own identity provider as they stand in the environment. */
export const PROVIDER_ENVIRONMENT = {
  SUNMAP_OIDC_ISSUER: text.optional(),
  SUNMAP_OIDC_CLIENT_ID: text.optional(),
  SUNMAP_OIDC_CLIENT_SECRET_FILE: text.optional(),
  SUNMAP_OIDC_TITLE: text.max(40).optional(),
  SUNMAP_OIDC_REDIRECT: text.optional(),
  SUNMAP_OIDC_ACR: text.optional(),
};

type Given = z.infer<z.ZodObject<typeof PROVIDER_ENVIRONMENT>>;

export interface ProviderSettings {
  /** Exactly as the provider names itself. */
  readonly issuer: string;
  readonly clientId: string;
  /** The file with the client's secret; null for a public client, which PKCE alone protects. */
  readonly secretFile: string | null;
  /** What the provider is called on the button. */
  readonly title: string;
  /** Where browsers reach Sunmap: scheme, host and port. */
  readonly base: string;
  /** The `acr` values by which the provider says that it asked for a second factor. */
  readonly acr: readonly string[];
}

/** The registered address to which the provider sends browsers back. */
export const returnAddress = ({ base }: Pick<ProviderSettings, 'base'>): string =>
  `${base}/api/session/provider/return`;

/** Null where there is no provider. Throws with one sentence for a wrong or missing setting. */
export function providerSettings(given: Given): ProviderSettings | null {
  const issuer = given.SUNMAP_OIDC_ISSUER;
  if (issuer === undefined) {
    const [stray] = Object.keys(PROVIDER_ENVIRONMENT).filter((name) => given[name as keyof Given] !== undefined);
    if (stray) throw new Error(`${stray} needs SUNMAP_OIDC_ISSUER beside it`);
    return null;
  }
  const { search } = requireSafe('SUNMAP_OIDC_ISSUER', issuer);
  if (search || issuer.includes('?')) throw new Error('SUNMAP_OIDC_ISSUER must have no query');
  const base = requireSafe('SUNMAP_OIDC_REDIRECT', required('SUNMAP_OIDC_REDIRECT', given));
  if (base.pathname !== '/' || base.search) {
    throw new Error('SUNMAP_OIDC_REDIRECT must be scheme, host and port alone, like https://sunmap.example');
  }
  const secretFile = given.SUNMAP_OIDC_CLIENT_SECRET_FILE;
  return {
    issuer,
    clientId: required('SUNMAP_OIDC_CLIENT_ID', given),
    secretFile: secretFile === undefined ? null : resolve(secretFile),
    title: given.SUNMAP_OIDC_TITLE ?? '统一身份认证',
    base: base.origin,
    acr: given.SUNMAP_OIDC_ACR?.split(/[\s,]+/).filter(Boolean) ?? [],
  };
}

function required(name: keyof Given, given: Given): string {
  const value = given[name];
  if (value === undefined) throw new Error(`SUNMAP_OIDC_ISSUER needs ${name} beside it`);
  return value;
}

/** Plain http leaves codes and tokens to whoever is on the way, so it goes no further than this machine. */
function requireSafe(name: keyof Given, address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (!url || !isSafe) throw new Error(`${name} must begin with https:// (http:// only on this very machine)`);
  if (url.username || url.password || url.hash || address.includes('#')) {
    throw new Error(`${name} must hold no name, password or fragment`);
  }
  return url;
}

const isLoopback = (hostname: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);

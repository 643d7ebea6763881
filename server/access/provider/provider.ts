import {
  allowInsecureRequests,
  buildEndSessionUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
  None,
} from 'openid-client';
import { readSecret } from './read-secret.ts';
import type { ProviderSettings } from './settings.ts';

/** The commission's own identity provider. */
export interface Provider {
  readonly settings: ProviderSettings;
  /** What the provider says of itself, asked for when it is first needed. Rejects while it cannot be reached; the next call asks again. */
  discover(): Promise<Configuration>;
  /** Where to sign out there; null when it has no such place, or was not reached yet. */
  signOutAddress(): string | null;
}

/** How long the provider may take to answer, in seconds: somebody waits. */
const PATIENCE = 5;
/** What it said of itself is asked for again after so long, in milliseconds. */
const REFRESH = 3_600_000;

/** Reads the client's secret, and asks the provider nothing yet: Sunmap starts without it. Throws as `readSecret` does. */
export function openProvider(settings: ProviderSettings): Provider {
  const authentication = authenticate(settings.secretFile === null ? null : readSecret(settings.secretFile));
  let known: { readonly configuration: Configuration; readonly signOut: string | null; readonly at: number } | null =
    null;
  let asking: Promise<Configuration> | null = null;

  const ask = async () => {
    const issuer = new URL(settings.issuer);
    const configuration = await discovery(issuer, settings.clientId, {}, authentication, {
      timeout: PATIENCE,
      // The settings let http through to this very machine only. Signatures are checked even where TLS would do.
      execute: [...(issuer.protocol === 'http:' ? [allowInsecureRequests] : []), enableNonRepudiationChecks],
    });
    const canSignOut = configuration.serverMetadata().end_session_endpoint !== undefined;
    known = { configuration, signOut: canSignOut ? buildEndSessionUrl(configuration).href : null, at: Date.now() };
    return configuration;
  };

  return {
    settings,
    discover() {
      if (known && Date.now() - known.at < REFRESH) return Promise.resolve(known.configuration);
      asking ??= ask().finally(() => {
        asking = null;
      });
      return asking;
    },
    signOutAddress: () => known?.signOut ?? null,
  };
}

/** In the header, as the standard would have it, unless the provider takes it in the body only. */
function authenticate(secret: string | null): ClientAuth {
  if (secret === null) return None();
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (methods.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
}

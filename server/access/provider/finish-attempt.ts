import type { ProviderFailure } from '../../../geodata/model/account.ts';
import type { Access } from '../access.ts';
import type { Asker } from '../begin-session.ts';
import type { Attempt } from './browser-note.ts';
import { markOf, type VouchedIdentity } from './identity.ts';
import { type Opened, openLinkedSession } from './open-linked-session.ts';
import type { Provider } from './provider.ts';
import { failureOf, redeemCode } from './redeem-code.ts';

export type Finished =
  | Extract<Opened, { kind: 'signed-in' }>
  | {
      readonly kind: 'failed';
      readonly failure: ProviderFailure;
      /** Whom the provider vouched for in vain. */
      readonly subject?: string;
      /** For the log. */
      readonly cause?: unknown;
    };

/**
 * Ends an attempt with what the provider sent back, well or badly; either is entered in the trace. An answer to another attempt
 * than this browser's is not: whoever likes can make those up.
 */
export async function finishAttempt(
  access: Access,
  { provider, attempt, query, asker }: { provider: Provider; attempt: Attempt; query: string; asker: Asker },
): Promise<Finished> {
  if (new URLSearchParams(query).get('state') !== attempt.state) return { kind: 'failed', failure: 'expired' };
  let identity: VouchedIdentity;
  try {
    identity = await redeemCode(provider, query, attempt);
  } catch (cause) {
    const failure = failureOf(cause);
    await enter(access, asker, { issuer: provider.settings.issuer, failure });
    return { kind: 'failed', failure, cause };
  }
  const opened = await openLinkedSession(access, identity, asker);
  if (opened.kind === 'signed-in') return opened;
  const after = { issuer: identity.issuer, failure: 'no-account', identity: markOf(access.keyring, identity) };
  await enter(access, asker, after, opened.accountId);
  return { kind: 'failed', failure: 'no-account', subject: identity.subject };
}

function enter(
  { trace }: Access,
  { origin }: Asker,
  after: Readonly<Record<string, string>>,
  accountId: number | null = null,
): Promise<void> {
  const subject = accountId === null ? null : { kind: 'account', id: String(accountId) };
  return trace.look({ ...origin, action: 'sign-in.fail', subject, after });
}

import type { SignInRequest } from '../../geodata/model/account.ts';
import type { Origin } from '../trace/origin-of.ts';
import type { Access } from './access.ts';
import { foldName } from './account-name.ts';
import type { SignInOutcome } from './sign-in.ts';

type Failure = Exclude<SignInOutcome, { kind: 'signed-in' }>;

/**
 * Enters a sign-in that did not get in, and why. A name that no account has is not entered: people type passwords into the wrong
 * field. A few signs of a keyed hash tell whether it is the same one again.
 */
export function enterSignInFailure(
  { trace, keyring }: Pick<Access, 'trace' | 'keyring'>,
  outcome: Failure,
  { name, origin }: Pick<SignInRequest, 'name'> & { origin: Origin },
): Promise<void> {
  if (outcome.kind === 'slowed') {
    const event = { ...origin, action: 'sign-in.lock', after: { name: markOf(keyring, name) } } as const;
    return trace.flood(`sign-in.lock ${origin.address}`, event);
  }
  const { accountId } = outcome;
  const subject = accountId === null ? null : { kind: 'account', id: `${accountId}` };
  if (outcome.kind === 'needs-code') return trace.look({ ...origin, action: 'sign-in.challenge', subject });
  const { reason } = outcome;
  const after = accountId === null ? { reason, name: markOf(keyring, name) } : { reason };
  return trace.look({ ...origin, action: 'sign-in.fail', subject, after });
}

const markOf = ({ sign }: Access['keyring'], name: string): string =>
  sign(`name in the trace ${foldName(name)}`).slice(0, 10);

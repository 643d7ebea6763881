import type { Keyring } from '../keyring.ts';

/** Who somebody is at a provider. Names and addresses change there and go to others; these two do not. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** An identity that the provider has just vouched for. */
export interface VouchedIdentity extends Identity {
  /** Whether the provider says that it asked for a second factor. */
  readonly vouched: boolean;
}

/**
 * What stands for an identity in the trace: the same for the same one, and nothing to be read from it, since some providers
 * use the number of an identity card as the subject.
 */
export const markOf = (keyring: Keyring, { issuer, subject }: Identity): string =>
  keyring.sign(JSON.stringify(['identity', issuer, subject])).slice(0, 16);

/** Who does something: a visitor, somebody who signed in, or the program itself and whoever runs its commands. */
export interface Actor {
  readonly kind: 'public' | 'account' | 'system';
  /** The account's id; null for the public and the system. */
  readonly id: string | null;
  /** What people call the actor; for the system, the user of the operating system. */
  readonly name: string;
}

/** Everything that is entered. A name, once used, keeps its meaning for ever: old entries are read by it. */
export const ACTIONS = [
  'area.view',
  'record.list',
  'record.locate',
  'record.export',
  'person.look-up',
  'person.reveal',
  'rejection.export',
  'file.upload',
  'address.send',
  'import.start',
  'import.end',
  'import.undo',
  'import.compare',
  'file.preview',
  'area.load',
  'area.denominators',
  'dataset.declare',
  'operator.decide',
  'operator.undo',
  'address.list',
  'address.view',
  'address.decide',
  'address.undo',
  'alias.withdraw',
  'profile.use',
  'demo.load',
  'audit.search',
  'audit.export',
  'audit.verify',
  'sign-in.succeed',
  'sign-in.challenge',
  'sign-in.fail',
  'sign-in.lock',
  'sign-out',
  'session.revoke',
  'second-factor.enrol',
  'second-factor.remove',
  'recovery-code.make',
  'recovery-code.use',
  'identity.fail',
  'password.change',
  'password.reset',
  'account.create',
  'account.change',
  'account.grant',
  'account.disable',
  'account.enable',
  'access.refuse',
  'server.start',
  'server.stop',
] as const;
export type Action = (typeof ACTIONS)[number];

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** Something worth an entry, before it has its place in the chain. Absent parts are null in the entry. */
export interface TraceEvent {
  readonly actor: Actor;
  /** The network address of the request. */
  readonly address?: string | null;
  readonly requestId?: string | null;
  readonly action: Action;
  /** What it was done to: an operator, a dataset, an import… */
  readonly subject?: { readonly kind: string; readonly id: string } | null;
  readonly area?: { readonly level: string; readonly code: string } | null;
  /** Why, as the actor stated it. */
  readonly purpose?: string | null;
  /** How it was before a change. */
  readonly before?: Json;
  /** How it is after a change; for a look, what was asked for and how much was shown. */
  readonly after?: Json;
}

export const HASH_ALGORITHMS = ['sha256', 'sm3'] as const;
export type HashAlgorithm = (typeof HASH_ALGORITHMS)[number];

/** One entry of the chain, as it is stored, exported and verified. */
export interface AuditEntry {
  /** From 1, without gaps. */
  readonly seq: number;
  /** UTC, always with six decimals: 2026-11-23T08:00:00.000000Z. */
  readonly at: string;
  readonly actorKind: Actor['kind'];
  readonly actorId: string | null;
  readonly actorName: string;
  readonly address: string | null;
  readonly requestId: string | null;
  /** One of ACTIONS, of this or another version of the program. */
  readonly action: string;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly areaLevel: string | null;
  readonly areaCode: string | null;
  readonly purpose: string | null;
  readonly before: Json;
  readonly after: Json;
  readonly algorithm: HashAlgorithm;
  /** Of the entry before; zeros for the first. Hexadecimal, as is `hash`. */
  readonly previousHash: string;
  readonly hash: string;
}

export interface AuditQuery {
  /** A day or a moment; half-open. Days begin in UTC. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly kind?: Actor['kind'] | undefined;
  /** An actor's id or whole name. */
  readonly actor?: string | undefined;
  readonly action?: Action | undefined;
  readonly subjectKind?: string | undefined;
  readonly subject?: string | undefined;
  readonly level?: string | undefined;
  readonly area?: string | undefined;
  readonly text?: string | undefined;
  /** Only entries with smaller numbers: the `next` of the page before. */
  readonly before?: number | undefined;
  readonly limit?: number | undefined;
}

/** Entries newest first; `next` asks for the page after, null at the end. */
export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  readonly next: number | null;
}

/**
 * What can be wrong with the chain. `changed`: the entry's hash does not fit its content. `removed`: a number is missing.
 * `inserted`: an entry stands where another stood. `reordered`: an entry stands elsewhere than it was written. `rewritten`: it
 * fits, but the anchor remembers another hash. `truncated`: the end is missing. `clock-back`: it is older than the one before.
 */
export const CHAIN_FAULTS = [
  'changed',
  'removed',
  'inserted',
  'reordered',
  'rewritten',
  'truncated',
  'clock-back',
] as const;
export type ChainFault = (typeof CHAIN_FAULTS)[number];

/** The state of the chain as the audit administrator sees it. */
export interface AuditState {
  readonly verdict: ChainVerdict;
  /** The number of the first entry that was read this time; what is before it was found whole earlier. */
  readonly from: number;
  readonly verifiedAt: string;
  /** Whether there is an anchor file to compare with, and the last number it remembers. */
  readonly anchor: { readonly seq: number; readonly at: string } | null;
}

/** What a verification found. Entries before `fault.seq` are whole. */
export interface ChainVerdict {
  /** How many entries were read, and the last of them; null when there was none. */
  readonly checked: number;
  readonly last: { readonly seq: number; readonly at: string; readonly hash: string } | null;
  /** How many anchors lay within what was read. */
  readonly anchors: number;
  /** The first broken entry; null when the chain is whole. */
  readonly fault: { readonly kind: ChainFault; readonly seq: number; readonly detail: string } | null;
}

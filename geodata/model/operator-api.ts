import type { Tier } from './tier.ts';

/** What can be decided about names of operators; see sql/migrations/0014_create_operator_decision.sql. */
export const VERDICTS = ['merge', 'separate', 'hold', 'nobody', 'somebody'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * Why names may be of one operator. `same-form`: they differ in width, case, punctuation or spaces only; `legal-form`: in company
 * words, abbreviations or brackets; `former-name`: the source itself says that one was called the other; `spacing`, `word-order`,
 * `spelling`: companies whose names are nearly the same.
 */
export const PROPOSAL_KINDS = ['same-form', 'legal-form', 'former-name', 'spacing', 'word-order', 'spelling'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** The parts of a name that are compared one by one. */
export interface NameParts {
  readonly core: string;
  readonly form: string;
  readonly branch: string;
  readonly former: string | null;
}

export interface ProposedName extends NameParts {
  readonly name: string;
  readonly records: number;
}

/** What merging would change in one area. Counts are of judged records. */
export interface ProposedEffect {
  readonly level: string;
  readonly code: string;
  readonly area: string;
  readonly before: EffectSide;
  readonly after: EffectSide;
}

export interface EffectSide {
  readonly tier: Tier;
  readonly judged: number;
  readonly topRecords: number;
  readonly topOperator: string | null;
  readonly cr1: number | null;
  readonly hhi: number | null;
}

export interface OperatorProposal {
  /** The same as long as the names are: what a decision about it is known by. */
  readonly id: string;
  readonly kind: ProposalKind;
  /** Most records first; the first is what the others would count as unless somebody chooses another. */
  readonly names: readonly ProposedName[];
  readonly records: number;
  /** Areas of the level where more than one of them works: how many, and the first of them by name. */
  readonly sharedAreas: number;
  readonly sharedAreaNames: readonly string[];
  /** Areas whose share, HHI or tier would change: how many, and those where it matters most. */
  readonly changedAreas: number;
  readonly effects: readonly ProposedEffect[];
  /** Set aside for later by somebody. */
  readonly held: boolean;
}

/** A name of several operators: counted as one of its own unless somebody decides that it counts with a member. */
export interface JointVenture {
  readonly name: string;
  readonly records: number;
  /** As written, and the operator of that very name or core if there is one. */
  readonly members: readonly { readonly name: string; readonly operator: string | null }[];
  readonly countsAs: string | null;
}

/** A name that names nobody, by the list or by a decision. */
export interface NamelessOperator {
  readonly name: string;
  readonly records: number;
  readonly decided: boolean;
}

export interface OperatorProposals {
  readonly level: string | null;
  /** Names of operators as written, and the records that carry one. */
  readonly names: number;
  readonly records: number;
  /** How many proposals there are of the kind asked for, decided ones not among them. */
  readonly open: number;
  readonly openByKind: Readonly<Partial<Record<ProposalKind, number>>>;
  /** Decisions in force about merging or not: "12 of 57 decided" is `decided` of `decided + open`. */
  readonly decided: number;
  readonly proposals: readonly OperatorProposal[];
  readonly nameless: readonly NamelessOperator[];
  readonly jointVentures: number;
  readonly firstJointVentures: readonly JointVenture[];
}

export interface OperatorDecision {
  readonly id: number;
  readonly verdict: Verdict;
  readonly names: readonly string[];
  readonly countsAs: string | null;
  readonly why: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
  readonly undoneBy: string | null;
  readonly undoneAt: string | null;
}

export interface DecideRequest {
  readonly dataset: string;
  readonly decisions: readonly {
    readonly verdict: Verdict;
    readonly names: readonly string[];
    readonly countsAs?: string | undefined;
  }[];
  readonly why: string;
}

export interface ProposalsQuery {
  readonly dataset: string;
  readonly kind?: ProposalKind | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

export interface OperatorApi {
  '/api/operator-proposals': { query: ProposalsQuery; body: OperatorProposals };
  '/api/operator-decisions': { query: { dataset: string }; body: OperatorDecision[] };
}

export interface OperatorPosts {
  '/api/operator-decisions': { query: Record<never, never>; request: DecideRequest; body: OperatorDecision[] };
}

export interface OperatorDeletes {
  '/api/operator-decisions': { query: { id: number }; body: { undone: number } };
}

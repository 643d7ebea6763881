import type { RecordRow } from './api.ts';
import type { PlaceProblem, Position } from './place.ts';

/** The answers about addresses that a person should look at; see server/review/README.md. */
export interface ReviewApi {
  '/api/addresses': { query: AddressesQuery; body: AddressesPage };
  '/api/address': { query: AddressQuery; body: AddressDetail };
  '/api/address/decisions': { query: { offset?: number | undefined; limit?: number | undefined }; body: DecisionsPage };
  '/api/address/aliases': { query: Record<never, never>; body: LearntAlias[] };
  '/api/address/alias': { query: AliasQuery; body: AliasEffect };
}

export interface ReviewPosts {
  '/api/address/decision': { query: Record<never, never>; request: DecisionRequest; body: DecisionOutcome };
}

export interface ReviewDeletes {
  '/api/address/decision': { query: { id: number }; body: DecisionOutcome };
  '/api/address/alias': { query: Omit<AliasQuery, 'dataset' | 'address'>; body: { readonly moved: number } };
}

/** `open`: awaits a decision. `decided`: has a place by one. `aside`: cannot be placed, somebody decided. */
export const ADDRESS_STATES = ['open', 'decided', 'aside'] as const;
export type AddressState = (typeof ADDRESS_STATES)[number];

export interface AddressesQuery {
  readonly dataset: string;
  readonly state?: AddressState | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/** `address` is an `AddressRow.id`: texts of addresses stand in no query string, where logs would keep them. */
export interface AddressQuery {
  readonly dataset: string;
  readonly address: string;
}

export interface AddressesPage {
  readonly totals: AddressTotals;
  /** Those of most records first. */
  readonly rows: readonly AddressRow[];
}

/** Counts of one dataset. */
export interface AddressTotals {
  readonly openAddresses: number;
  readonly openRecords: number;
  readonly decidedAddresses: number;
  readonly decidedRecords: number;
  readonly asideAddresses: number;
  readonly asideRecords: number;
  /** Addresses about which somebody decided since the beginning of the day, as the server's clock has it. */
  readonly decidedToday: number;
}

/** One distinct address, equal but for width and white space, of the records that one office supplied. */
export interface AddressRow {
  readonly id: string;
  /** The county whose office the records came from: the same words elsewhere are another place. */
  readonly countyCode: string;
  /** In plain for stewards, who mend it; masked for others. */
  readonly address: string;
  readonly records: number;
  /** Null where the records have a place. */
  readonly problem: PlaceProblem | null;
  /** How surely they were placed, 0 to 1; null where they were not, or a person placed them. */
  readonly score: number | null;
  /** The decision that counts. */
  readonly decisionId: number | null;
}

export interface AddressDetail extends AddressRow {
  /** Best first, at most five. */
  readonly candidates: readonly AddressCandidate[];
  /** The first of its records, masked. */
  readonly samples: readonly RecordRow[];
  readonly decision: Decision | null;
}

export interface ReviewedArea {
  readonly level: string;
  readonly code: string;
  readonly name: string;
  readonly parentName: string | null;
}

export interface AddressCandidate extends ReviewedArea {
  readonly score: number;
  readonly reason: 'name' | 'alias' | 'sound' | 'look' | 'elsewhere';
  /** The stretch of the address that names it; null for whoever sees addresses masked. */
  readonly matched: string | null;
  /** [west, south, east, north], null without a boundary. */
  readonly bounds: readonly [number, number, number, number] | null;
}

/** What can be decided about an address: it lies in an area, at a position, or cannot be placed. */
export const DECISION_OUTCOMES = ['area', 'position', 'nowhere'] as const;
export type DecisionOutcomeKind = (typeof DECISION_OUTCOMES)[number];

export interface Decision {
  readonly id: number;
  readonly countyCode: string;
  /** In plain for stewards, masked for others. */
  readonly address: string;
  readonly outcome: DecisionOutcomeKind;
  /** Null when it cannot be placed. */
  readonly area: ReviewedArea | null;
  readonly position: Position | null;
  /** Why it cannot be placed, or null. */
  readonly reason: string | null;
  /** The stretch of the address that was learnt as another name of the area. */
  readonly alias: string | null;
  readonly decidedAt: string;
  readonly decidedBy: string;
}

export interface DecisionsPage {
  readonly total: number;
  /** Newest first. */
  readonly rows: readonly Decision[];
}

/** One of three: an area by level and code, a position from which the area is found, or the reason why neither can be said. */
export interface DecisionRequest extends AddressQuery {
  /** What the address said of a decision when it was looked at: another since then is not overwritten. */
  readonly before: number | null;
  readonly area?: { readonly level: string; readonly code: string } | undefined;
  readonly position?: Position | undefined;
  readonly nowhere?: string | undefined;
  /** A stretch of the address that is from now on another name of the area. */
  readonly alias?: string | undefined;
}

export interface DecisionOutcome {
  /** The decision that counts now; null when there is none any more. */
  readonly decision: Decision | null;
  /** How many records have another place now. */
  readonly moved: number;
}

export interface AliasQuery extends AddressQuery {
  readonly level: string;
  readonly code: string;
  readonly alias: string;
}

interface Affected {
  readonly addresses: number;
  readonly records: number;
}

/** What a further name of an area would do to addresses about which nobody decided. */
export interface AliasEffect {
  /** Found no place before, and would lie in the area. */
  readonly placed: Affected;
  /** Lie elsewhere now, and would lie in the area. */
  readonly drawn: Affected;
  /** Have a place now, and would be ambiguous. */
  readonly ambiguous: Affected;
  /** Other areas that go by this name already. */
  readonly sharedWith: readonly ReviewedArea[];
}

export interface LearntAlias extends ReviewedArea {
  readonly alias: string;
  readonly addedBy: string | null;
  readonly addedAt: string | null;
}

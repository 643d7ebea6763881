import type { Cell, Grade, PlaceProblem, Position } from './place.ts';

/** One row as the publisher wrote it. `line` is the line of the file on which the row starts, counting from 1. */
export interface RawRow {
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
  /** The row as it stands in the file, for the list of rejected rows. */
  readonly text: string;
}

/** A row we understood but have not yet placed. Absent is null; zero is zero. */
export interface Entry {
  readonly line: number;
  readonly key: string;
  /** Changes when anything that we keep of the row changes. */
  readonly contentHash: string;
  readonly happenedOn: string | null;
  readonly amount: number | null;
  readonly operator: string | null;
  readonly holder: string | null;
  readonly category: string | null;
  /** The place as written: coordinates, code, name or address, so that it can be placed again when areas change. */
  readonly where: Whereabouts;
  readonly fields: Readonly<Record<string, string | number | boolean>>;
}

/** What a row says about its place; every part is optional and kept as written. */
export interface Whereabouts {
  readonly lng: string | null;
  readonly lat: string | null;
  /** The system of `lng` and `lat` as declared when the row was read; absent for WGS84 (EPSG:4326). */
  readonly crs?: string;
  readonly areaCode: string | null;
  readonly areaName: string | null;
  readonly parentName: string | null;
  readonly address: string | null;
}

/** The areas that a record belongs to: at most one of each level, as ids, and its hexagon when it has a position. */
export interface Placement {
  readonly position: Position | null;
  readonly cell: Cell | null;
  readonly areaIds: readonly number[];
  readonly grade: Grade | null;
  /** Of a place found by its address, 0 to 1: see Geocoded. Null for every other. */
  readonly score: number | null;
  readonly problem: PlaceProblem | null;
}

export const REJECTION_REASONS = [
  'ragged-row',
  'broken-quotes',
  'row-too-long',
  'cell-too-long',
  'json-unreadable',
  'key-missing',
  'key-repeated',
  'date-unreadable',
  'amount-not-a-number',
] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** A row we could not use, and why. Rejections are data: they are stored and shown, never only logged. */
export interface Rejection {
  readonly line: number;
  readonly reason: RejectionReason;
  /** Which column, what stood there, what was expected. */
  readonly detail: string;
  readonly text: string;
}

import type { DenominatorId } from './dataset.ts';
import type { LevelInspection } from './level-inspection.ts';

/** The levels of the Chinese administrative tree; other countries bring level names of their own. */
export type Level = string;

/** An administrative division. A Chinese village has the 12-digit statistical code. */
export interface Area {
  readonly id: number;
  readonly level: Level;
  readonly code: string;
  readonly name: string;
  /** Null when the area has no parent or the parent is not loaded. */
  readonly parentId: number | null;
  readonly aliases: readonly string[];
  readonly denominators: Readonly<Partial<Record<DenominatorId, number>>>;
}

/** One area as read from a file, before it has an id. */
export interface AreaEntry {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  readonly aliases: readonly string[];
  readonly denominators: Readonly<Partial<Record<DenominatorId, number>>>;
  /** Null for an area without a map. Longitude first; rings closed. */
  readonly boundary: MultiPolygon | null;
  /** What was mended in the boundary, in words; empty when nothing. */
  readonly repairs: readonly string[];
}

/** The shape of a GeoJSON MultiPolygon. */
export interface MultiPolygon {
  readonly type: 'MultiPolygon';
  readonly coordinates: number[][][][];
}

export const AREA_REJECTIONS = [
  'code-missing',
  'code-repeated',
  'not-a-polygon',
  'not-wgs84',
  'boundary-beyond-repair',
] as const;
export type AreaRejection = (typeof AREA_REJECTIONS)[number];

/** What `areas` reports: read = stored + the sum of rejected. */
export interface AreasReport {
  readonly level: Level;
  readonly read: number;
  readonly stored: number;
  /** Stored areas whose boundary had to be mended. */
  readonly repaired: number;
  /** Stored areas that have no boundary: they count, but cannot be drawn. */
  readonly withoutBoundary: number;
  /** Stored areas that have no name and go by their code. */
  readonly withoutName: number;
  readonly rejected: Readonly<Partial<Record<AreaRejection, number>>>;
  /** One sentence for each repair and rejection, at most 100. */
  readonly notes: readonly string[];
  /** Records that found another place because of the new areas. */
  readonly replaced: number;
  /** What looks wrong with the whole level, as it is now. */
  readonly inspection: LevelInspection;
}

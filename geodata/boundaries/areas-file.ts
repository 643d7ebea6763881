import type { AreasFormat } from '../model/areas-api.ts';

/** A file of areas, opened: its features in the file's own coordinates. */
export interface AreasFile {
  readonly format: AreasFormat;
  /** The encoding of its texts; null where the format says it of itself. */
  readonly encoding: string | null;
  /** The layers of the file by name; a format without layers has one, which is named ''. */
  readonly layers: readonly string[];
  /** The layer that was read. */
  readonly layer: string;
  /** GeoJSON features, in the order of the file. */
  readonly features: readonly unknown[];
  /** The coordinate system that the file states: a name, a code or WKT; null when it states none. */
  readonly crs: string | null;
}

/** The layer to read, or the first one. */
export type LayerChoice = string | undefined;

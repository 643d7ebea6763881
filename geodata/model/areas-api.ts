/** What areas come in as. */
export const AREAS_FORMATS = ['geojson', 'shapefile', 'geopackage', 'flatgeobuf'] as const;
export type AreasFormat = (typeof AREAS_FORMATS)[number];

/** What the preview of a file of areas tells. */
export interface AreasShape {
  readonly format: AreasFormat;
  /** More than one means that somebody must choose. */
  readonly layers: readonly LayerShape[];
}

/** A layer of a file of areas; a format without layers has one, which is named ''. */
export interface LayerShape {
  readonly name: string;
  /** As the file states it; null when it states none. */
  readonly crs: string | null;
  readonly features: number;
  readonly columns: readonly string[];
  readonly suggested: SuggestedFields;
}

/** Properties by what they seem to hold, judged by their names and values; proposed, never taken unasked. */
export interface SuggestedFields {
  readonly code: string | null;
  readonly name: string | null;
  readonly parent: string | null;
  readonly households: string | null;
}

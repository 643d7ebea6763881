/**
 * Every JSON answer of the public entry point, to anybody. Beside it there is `GET /api/boundaries?level` → GeoJSON
 * FeatureCollection, properties { code, name }; `GET /api/health` → { ok: true }; `GET /api/ready` →
 * 200 or 503, { ready }. Errors are `{ error }` with a 4xx or 5xx
 * status. What is not named here is not public.
 */
export interface PublicApi {
  '/api/notice': { query: Record<never, never>; body: Notice };
  '/api/areas': { query: { level: string }; body: PublicArea[] };
  '/api/place': { query: { level: string; code: string }; body: PublicPlace };
  '/api/search': { query: { q: string }; body: PublicHit[] };
}

/** What there is to see for everybody. */
export interface Notice {
  /** True while there are records and all of them were made up for a demonstration. */
  readonly synthetic: boolean;
  /** The finest first, e.g. village, town, county. */
  readonly levels: readonly { readonly level: string; readonly areas: number; readonly withBoundary: number }[];
  /** The releases of figures by name; empty while nothing was released. */
  readonly releases: readonly string[];
}

export interface NamedArea {
  readonly code: string;
  readonly name: string;
}

export interface PublicArea extends NamedArea {
  /** The area above; null where it is not known. */
  readonly parent: NamedArea | null;
}

export interface PublicHit extends NamedArea {
  readonly level: string;
  readonly parentName: string | null;
}

export interface PublicPlace extends NamedArea {
  readonly level: string;
  /** From the nearest upwards: village → town → county. */
  readonly parents: readonly (NamedArea & { readonly level: string })[];
  /** Areas of the same level that share a border. */
  readonly neighbours: readonly NamedArea[];
  /** [west, south, east, north] in degrees; null without a boundary. */
  readonly bounds: readonly [number, number, number, number] | null;
}

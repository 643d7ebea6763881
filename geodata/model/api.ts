import type {
  Account,
  Grant,
  Grantable,
  Identity,
  NewAccount,
  RecoveryCodes,
  SecondFactorOffer,
  SessionRow,
  SessionState,
  SignInRequest,
  TemporaryPassword,
} from './account.ts';
import type { AreasReport } from './area.ts';
import type { AreasShape } from './areas-api.ts';
import type { CrsPosts } from './crs-api.ts';
import type { Bilingual, Dataset } from './dataset.ts';
import type { ImportApi, ImportDeletes, ImportPosts } from './import-api.ts';
import type { AreaIndicators, Concentration, Weight } from './indicator.ts';
import type { OperatorApi, OperatorDeletes, OperatorPosts } from './operator-api.ts';
import type { Period } from './period.ts';
import type { Grade } from './place.ts';
import type { ReviewApi, ReviewDeletes, ReviewPosts } from './review-api.ts';
import type { Profile, Tier, TierPart } from './tier.ts';
import type { AuditPage, AuditQuery, AuditState } from './trace.ts';

/**
 * Every JSON answer of the server. The server implements this map; the client is typed by it.
 * Beside it there are answers of another type:
 * - `GET /api/cells?dataset&resolution&from&until` → geodata/h3/cell-columns.ts, binary;
 * - `GET /api/boundaries?level` → GeoJSON FeatureCollection, properties { code, name }, with an ETag;
 * - `POST /api/exports/records`, `/api/exports/rejections`, `/api/exports/audit` (`Files`) → CSV files.
 * Errors are a `Failure` with a 4xx or 5xx status. `GET /api/ready` answers 200 or 503 for load balancers.
 */
export interface Api extends ImportApi, OperatorApi, ReviewApi {
  '/api/health': { query: Record<never, never>; body: Health };
  '/api/datasets': { query: Record<never, never>; body: DatasetSummary[] };
  '/api/areas': { query: AreasQuery; body: AreaIndicators[] };
  '/api/overview': { query: AreasQuery; body: Overview };
  '/api/area': { query: AreaQuery; body: AreaDetail };
  '/api/cell': { query: CellQuery; body: CellDetail };
  '/api/operators': { query: { dataset: string }; body: OperatorNames };
  '/api/records': { query: RecordsQuery; body: RecordsPage };
  '/api/points': { query: Omit<RecordsQuery, 'sort' | 'order' | 'offset' | 'limit'>; body: Points };
  '/api/search': { query: { q: string }; body: SearchHit[] };
  '/api/profile': { query: Record<never, never>; body: Profile };
  '/api/audit': { query: AuditQuery; body: AuditPage };
  '/api/audit/verify': { query: { whole?: 'yes' | undefined }; body: AuditState };
  '/api/session': { query: Record<never, never>; body: SessionState };
  '/api/session/all': { query: Record<never, never>; body: SessionRow[] };
  '/api/accounts': { query: Record<never, never>; body: Account[] };
  '/api/scopes': { query: { q?: string | undefined }; body: Grantable };
}

/** What the server says instead of an answer. */
export interface Failure {
  /** A sentence for people. */
  readonly error: string;
  /** The number of the request, when the failure is the server's: its log tells under it what happened. */
  readonly requestId?: string;
  /** What signing in lacks: a code of the second factor. */
  readonly needs?: 'code';
}

/** What can be posted. Files travel as the raw body with `?name=`; everything else as JSON. */
export interface Posts extends CrsPosts, ImportPosts, OperatorPosts, ReviewPosts {
  '/api/reveal': { query: Record<never, never>; request: RevealRequest; body: RevealedRecords };
  '/api/uploads': { query: { name: string }; request: Blob; body: UploadPreview };
  '/api/datasets': { query: Record<never, never>; request: unknown; body: DatasetSummary };
  '/api/areas': { query: Record<never, never>; request: AreasUpload; body: AreasReport };
  '/api/session': { query: Record<never, never>; request: SignInRequest; body: SessionState };
  '/api/password': { query: Record<never, never>; request: { password: string; next: string }; body: SessionState };
  '/api/second-factor': { query: Record<never, never>; request: { password: string }; body: SecondFactorOffer };
  '/api/second-factor/confirmation': { query: Record<never, never>; request: Identity; body: RecoveryCodes };
  '/api/recovery-codes': { query: Record<never, never>; request: Identity; body: RecoveryCodes };
  '/api/accounts': { query: Record<never, never>; request: NewAccount; body: TemporaryPassword };
  '/api/account/disable': { query: { id: number }; request: undefined; body: Account };
  '/api/account/enable': { query: { id: number }; request: undefined; body: Account };
  '/api/account/password': { query: { id: number }; request: undefined; body: TemporaryPassword };
  '/api/account/grant': { query: { id: number }; request: Grant; body: Account };
}

/** What can be deleted. `/api/second-factor` takes an `Identity` as its body. */
export interface Deletes extends ImportDeletes, OperatorDeletes, ReviewDeletes {
  '/api/session': { query: Record<never, never>; body: SessionState };
  '/api/session/one': { query: { id: number }; body: { ended: number } };
  '/api/second-factor': { query: Record<never, never>; body: { removed: true } };
  '/api/account/second-factor': { query: { id: number }; body: Account };
  '/api/account/sessions': { query: { id: number }; body: Account };
}

export interface Health {
  readonly ok: true;
  readonly version: string;
  readonly database: 'embedded' | 'postgresql';
  /** True while all data are the synthetic demo county: every page says so. */
  readonly synthetic: boolean;
}

export interface AreasQuery extends Period {
  readonly dataset: string;
  readonly level: string;
  readonly weight?: Weight | undefined;
}

export interface AreaQuery extends AreasQuery {
  readonly code: string;
}

export interface CellQuery extends Period {
  readonly dataset: string;
  readonly cell: string;
}

export interface DatasetSummary {
  readonly dataset: Dataset;
  readonly shipped: boolean;
  /** True while everything in it was made up for the demo county. */
  readonly synthetic: boolean;
  readonly records: number;
  /** Null for whoever may see some areas only: what lies nowhere is not theirs to count. The same for `recordsOutside`. */
  readonly unplaced: number | null;
  readonly placed: Readonly<Partial<Record<Grade, number>>>;
  readonly firstOn: string | null;
  readonly lastOn: string | null;
  /** Levels on which records of this dataset lie, finest first, e.g. village, town, county. */
  readonly levels: readonly LevelSummary[];
}

export interface LevelSummary {
  readonly level: string;
  readonly areas: number;
  readonly withBoundary: number;
  /** Records of the dataset that lie in no area of this level. */
  readonly recordsOutside: number | null;
  /** [west, south, east, north], null without boundaries. */
  readonly bounds: readonly [number, number, number, number] | null;
}

/**
 * Totals of a dataset × level × period in the areas one may see; the areas add up to `records − outside`. Null is unknown: whoever may see
 * some areas only cannot be told what lies nowhere.
 */
export interface Overview {
  readonly records: number;
  readonly amount: number | null;
  readonly operators: number;
  /** Records in no area of this level, placed or not. */
  readonly outside: number | null;
  readonly unplaced: number | null;
  readonly undated: number;
  readonly tiers: Readonly<Record<Tier, number>>;
  readonly profile: { readonly id: string; readonly version: string };
  readonly measuredAt: string;
}

export interface AreaDetail {
  readonly level: string;
  readonly indicators: AreaIndicators;
  /** From the area upwards: village → town → county. */
  readonly ancestors: readonly { level: string; code: string; name: string }[];
  readonly topOperators: readonly OperatorShare[];
  /** What stands where an operator should in records that are not set aside: in nobody's share, and not in the denominator. */
  readonly unnamed: readonly UnnamedCount[];
  readonly months: readonly MonthCount[];
  readonly neighbours: readonly NeighbourCount[];
  /** How many neighbours more there are outside the areas one may see. */
  readonly neighboursUnseen: number;
  readonly parts: readonly TierPart[];
  readonly placed: Readonly<Partial<Record<Grade, number>>>;
  /** Distinct positions among the area's positioned records: few of them means that hexagons would be artefacts. */
  readonly distinctPositions: number;
  readonly positioned: number;
}

/** `name` is null where nothing was written. */
export interface UnnamedCount {
  readonly name: string | null;
  readonly records: number;
}

export interface OperatorShare {
  readonly id: number;
  readonly name: string;
  readonly records: number;
  readonly amount: number | null;
  readonly holders: number;
  readonly share: number | null;
  /** Months from the operator's first to last record here. */
  readonly firstOn: string | null;
  readonly lastOn: string | null;
}

/** `month` is its first day. Months without records are absent. */
export interface MonthCount {
  readonly month: string;
  readonly records: number;
  readonly topRecords: number;
}

export interface NeighbourCount {
  readonly code: string;
  readonly name: string;
  readonly tier: Tier;
  readonly records: number;
  readonly cr1: number | null;
  readonly perHundredHouseholds: number | null;
}

export interface CellDetail extends Concentration {
  readonly cell: string;
  readonly topOperators: readonly OperatorShare[];
  /** The areas that the cell's records lie in, with how many, most first. */
  readonly areas: readonly { level: string; code: string; name: string; records: number }[];
}

/** Operator names as two columns of equal length; ids are those in the cell columns. */
export interface OperatorNames {
  readonly ids: readonly number[];
  readonly names: readonly string[];
}

export interface RecordsQuery extends Period {
  readonly dataset: string;
  readonly level?: string | undefined;
  readonly area?: string | undefined;
  readonly operator?: number | undefined;
  readonly cell?: string | undefined;
  /** `none`: only records without a place. */
  readonly placed?: 'none' | undefined;
  readonly sort?: RecordSort | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

export const RECORD_SORTS = ['date', 'amount', 'operator', 'key'] as const;
export type RecordSort = (typeof RECORD_SORTS)[number];

export interface RecordsPage {
  /** All records that match, not only this page. */
  readonly total: number;
  readonly rows: readonly RecordRow[];
}

/** Personal texts (holder, address, fields of sensitivity 2) are masked: 张**. */
export interface RecordRow {
  readonly id: number;
  readonly key: string;
  readonly happenedOn: string | null;
  readonly amount: number | null;
  /** The operator that the record counts under. */
  readonly operatorId: number | null;
  /** As the source writes it. */
  readonly operator: string | null;
  /** The name that the record counts under, where a person decided that it is another. */
  readonly countsAs: string | null;
  readonly holder: string | null;
  readonly category: string | null;
  readonly address: string | null;
  readonly grade: Grade | null;
  /** How surely its address was matched, 0 to 1; null when it was placed otherwise. */
  readonly score: number | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly cell: string | null;
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  /** Where the row came from. */
  readonly fileName: string;
  readonly line: number;
}

/** Asks for records in plain. `purpose` is entered in the trace, with each record. At most 50 keys. */
export interface RevealRequest {
  readonly dataset: string;
  readonly keys: readonly string[];
  readonly purpose: string;
}

/** Nothing in these rows is masked. */
export interface RevealedRecords {
  readonly rows: readonly RecordRow[];
}

/** What is posted to have a CSV file made. */
export interface Files {
  '/api/exports/records': ExportRecords;
  '/api/exports/rejections': ExportRejections;
  '/api/exports/audit': { readonly filter: Omit<AuditQuery, 'before' | 'limit'>; readonly purpose: string };
}

/** Asks for a file of masked records; offset and limit of the filter do not count. */
interface ExportRecords {
  readonly filter: RecordsQuery;
  readonly purpose: string;
}

/** Asks for the rejected rows of an import after a line; the header `X-Next-Line` says from where to go on, if there are more. */
interface ExportRejections {
  readonly run: number;
  readonly purpose: string;
  readonly afterLine?: number;
}

/** Positions of the matching records as columns; at most 20,000, `total` says how many there are. */
export interface Points {
  readonly total: number;
  readonly ids: readonly number[];
  readonly lng: readonly number[];
  readonly lat: readonly number[];
  readonly operatorIds: readonly (number | null)[];
}

export interface SearchHit {
  readonly level: string;
  readonly code: string;
  readonly name: string;
  readonly parentName: string | null;
  readonly bounds: readonly [number, number, number, number] | null;
}

export interface UploadPreview {
  /** The handle for POST /api/imports or /api/areas; kept for a day. */
  readonly upload: string;
  readonly kind: 'records' | 'areas';
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The dataset whose columns are all here, or whose mapping was used for this header before. */
  readonly suggested: string | null;
  /** Of a file of areas. */
  readonly areas?: AreasShape;
}

export interface AreasUpload {
  readonly upload: string;
  readonly level: string;
  readonly codeField: string;
  readonly nameField: string;
  readonly parentField?: string;
  readonly parentLevel?: string;
  readonly householdsField?: string;
  /** The layer of a file that has several. */
  readonly layer?: string;
  /** The system of the coordinates where the file is silent or wrong, e.g. `EPSG:4490` or `GCJ-02`. */
  readonly crs?: string;
}

/** Names of levels that the interface knows; others are shown as they are. */
export const LEVEL_TITLES: Readonly<Record<string, Bilingual>> = {
  county: { zh: '县', en: 'County' },
  town: { zh: '乡镇', en: 'Town' },
  village: { zh: '村（社区）', en: 'Village' },
};

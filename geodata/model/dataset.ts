/** A text in the two languages of the interface. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** 0 public, 1 internal, 2 personal (masked by default), 3 secret (never leaves the server unasked). */
export type Sensitivity = 0 | 1 | 2 | 3;

export type FieldType = 'text' | 'number' | 'date' | 'boolean';

/** One column of the source file that is kept with each record. */
export interface Field {
  /** The name under which the value is kept and shown. */
  readonly id: string;
  /** The column of the source file; the same as `id` when left out. */
  readonly column: string;
  readonly title: Bilingual;
  readonly type: FieldType;
  readonly unit?: string;
  readonly sensitivity: Sensitivity;
}

/** Where a record lies. What is declared is tried in this order: coordinates, area code, area name, address. */
export interface PlaceRole {
  readonly coordinates?: {
    /** The column of longitudes, or of eastings. */
    readonly lng: string;
    /** The column of latitudes, or of northings. */
    readonly lat: string;
    /** `EPSG:…`, `GCJ-02`, `BD-09`, or a definition (proj4 or WKT); see geodata/coordinates/known-systems.ts. */
    readonly crs: string;
  };
  readonly areaCode?: {
    readonly column: string;
    readonly level: string;
    /** Digits of a whole code, where a program took the zeros before it: 5 makes 2906 the ZIP code 02906. */
    readonly width?: number;
  };
  readonly areaName?: {
    readonly column: string;
    readonly level: string;
    /** A column that names the parent area, for names that occur under several parents. */
    readonly parentColumn?: string;
  };
  readonly address?: {
    readonly column: string;
    /** Further columns of an address that stands in several (street, city, state, postcode), in the order of writing. */
    readonly more?: readonly string[];
  };
}

/** Date formats a dataset can declare; `auto` takes any that is unambiguous. Epoch formats are read in UTC. */
export const DATE_FORMATS = [
  'YYYY-MM-DD',
  'YYYY/MM/DD',
  'YYYYMMDD',
  'MM/DD/YYYY',
  'DD/MM/YYYY',
  'epoch-ms',
  'epoch-s',
  'auto',
] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

/** A kind of record: declared once, never coded. Columns are named as in the source file. */
export interface Dataset {
  readonly id: string;
  readonly title: Bilingual;
  /** Columns that together name a record; empty means the whole row does. */
  readonly key: readonly string[];
  readonly operator?: string;
  /** How the operator's column is written: `agent-company` is "Agent, COMPANY", whose operator is the company. */
  readonly operatorForm?: 'agent-company';
  readonly holder?: string;
  readonly category?: string;
  readonly amount?: { readonly column: string; readonly unit: string };
  readonly date?: { readonly column: string; readonly format: DateFormat };
  readonly place: PlaceRole;
  /** Further columns kept with each record. */
  readonly fields: readonly Field[];
  /** What an operator and a holder are called here, e.g. 销售员 and 投保人. */
  readonly words?: { readonly operator?: Bilingual; readonly holder?: Bilingual; readonly record?: Bilingual };
  /** Records with these categories are counted and shown, but are nobody's private market: no share is computed from them. */
  readonly setAside?: { readonly categories: readonly string[]; readonly why: Bilingual };
  /** The denominator that the top operator's holders are compared with, e.g. rebuilt houses. */
  readonly coverage?: { readonly denominator: DenominatorId };
}

/** What an area can be divided by. */
export const DENOMINATORS = ['households', 'rebuilt-houses', 'population', 'eligible-households', 'houses'] as const;
export type DenominatorId = (typeof DENOMINATORS)[number];

export const DENOMINATOR_TITLES: Readonly<Record<DenominatorId, Bilingual>> = {
  households: { zh: '户数', en: 'Households' },
  'rebuilt-houses': { zh: '翻建户数', en: 'Rebuilt houses' },
  population: { zh: '人口', en: 'Population' },
  'eligible-households': { zh: '符合条件的户数', en: 'Eligible households' },
  houses: { zh: '房屋数', en: 'Houses' },
};

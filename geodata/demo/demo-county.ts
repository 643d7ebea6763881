import type { FeatureCollection, MultiPolygon } from 'geojson';

/** A synthetic county: areas and files to import, and the truth that was planted in them. */
export interface DemoCounty {
  readonly areas: {
    readonly county: DemoAreas;
    readonly town: DemoAreas;
    readonly village: DemoAreas;
  };
  /** One CSV file for each shipped dataset. */
  readonly files: readonly DemoFile[];
  /** For tests and for whoever judges the product; the product never reads it. */
  readonly answerKey: AnswerKey;
}

export interface DemoAreas extends FeatureCollection<MultiPolygon, DemoAreaProperties> {
  /** Says on the file itself that its borders are invented. */
  readonly note: string;
}

export interface DemoAreaProperties {
  readonly code: string;
  readonly name: string;
  /** The code of the area above; null for the county. */
  readonly parent: string | null;
  readonly households: number;
  readonly rebuilt_houses: number;
  /** Other names, separated by semicolons. */
  readonly aliases: string;
}

export interface DemoFile {
  readonly datasetId: string;
  readonly fileName: string;
  readonly records: number;
  /** The CSV text in pieces of about a thousand rows, the header first; the same text each time it is asked for. */
  lines(): Iterable<string>;
}

export interface AnswerKey {
  readonly seed: number;
  readonly county: string;
  readonly records: number;
  /** Sellers of the whole county. */
  readonly operators: number;
  readonly planted: readonly PlantedVillage[];
  /** Look-alikes that must not become red, by their number in the list of look-alikes. */
  readonly notRed: readonly LookAlike[];
}

interface PlantedVillage {
  /** A monopoly must become red; a forced sale must not: it is found in dates and signatures, not in shares. */
  readonly role: 'monopoly' | 'forced-sale';
  readonly villageCode: string;
  readonly villageName: string;
  /** Who handled most of the village's house insurance. */
  readonly operator: string;
  readonly policies: number;
  readonly byOperator: number;
  readonly rebuiltHouses: number;
}

export interface LookAlike {
  readonly id: LookAlikeId;
  readonly why: string;
  readonly villageCodes: readonly string[];
}

export const LOOK_ALIKES = ['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7', 'B8', 'B9', 'B10', 'B11', 'forced-sale'] as const;
export type LookAlikeId = (typeof LOOK_ALIKES)[number];

/** Every text of the public page in one language. */
export interface Words {
  readonly title: string;
  readonly tagline: string;
  /** The name of the other language, in that language. */
  readonly otherLanguage: string;
  readonly synthetic: string;
  readonly search: string;
  readonly searchHint: string;
  readonly found: (count: number) => string;
  readonly foundNone: string;
  readonly whereAmI: string;
  readonly whereAmINote: string;
  readonly locating: string;
  readonly notLocated: string;
  readonly notHere: string;
  readonly everyPlace: string;
  readonly placesIn: (count: number) => string;
  readonly elsewhere: string;
  readonly nothingYet: string;
  readonly map: string;
  readonly mapOf: (name: string) => string;
  readonly noMap: string;
  readonly sketch: string;
  readonly noBoundary: string;
  readonly code: string;
  readonly partOf: string;
  readonly beside: string;
  readonly besideNone: string;
  readonly back: string;
  readonly missing: string;
  readonly statementTitle: string;
  readonly statement: readonly string[];
  readonly released: (count: number) => string;
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
}

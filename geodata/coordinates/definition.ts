import type { Bilingual } from '../model/dataset.ts';

/** How proj4 is told of a system, and how people are. */
export interface Definition {
  readonly proj4: string;
  readonly title: Bilingual;
  readonly note: Bilingual | null;
}

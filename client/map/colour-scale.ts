import type { Indicator } from '../../geodata/model/indicator.ts';
import { type Colour, NO_CLASS, RAMP } from './palette.ts';
import { quantileBreaks } from './quantile-breaks.ts';

/** What is shown of one place: a number, or why there is none. `few`: too few records, so a share would mislead. */
export type Shown = number | 'zero' | 'unknown' | 'few';

/** One colour with what it stands for. A class holds values `from ≤ value < until`; null is open. */
type ColourClass =
  | { readonly id: string; readonly colour: Colour; readonly from: number | null; readonly until: number | null }
  | { readonly id: 'zero' | 'unknown' | 'few'; readonly colour: Colour };

/**
 * The one scale of map, legend and table: a legend that disagrees with the map is thereby impossible. `breaks` ascend
 * strictly and lie between the classes; every value falls in exactly one class.
 */
export interface ColourScale {
  readonly breaks: readonly number[];
  readonly classes: readonly ColourClass[];
  readonly classOf: (shown: Shown) => ColourClass;
  readonly colourOf: (shown: Shown) => Colour;
}

/**
 * Breaks that mean something: a half and two thirds are the shares at which the Anti-Monopoly Law, art. 24, presumes dominance
 * of one and of two; 1,800 is where the US Merger Guidelines 2023 call a market highly concentrated.
 */
const FIXED_BREAKS: Partial<Record<Indicator['kind'], readonly number[]>> = {
  share: [0.25, 0.5, 2 / 3, 0.8],
  hhi: [1000, 1800, 2500, 5000],
  ratio: [0.5, 1, 1.5, 2],
};

/** The scale of an indicator for the values in sight: fixed breaks for shares, HHI and ratios, quantiles for amounts of things. */
export function createColourScale(kind: Indicator['kind'], values: readonly Shown[]): ColourScale {
  const numbers = values.filter((value) => typeof value === 'number');
  const whole = kind === 'count' || kind === 'money';
  const breaks = FIXED_BREAKS[kind] ?? quantileBreaks(numbers, RAMP.length, whole);
  const steps: ColourClass[] = [null, ...breaks].map((from, index) => ({
    id: `class-${index}`,
    colour: rampColour(index, breaks.length + 1),
    from,
    until: breaks[index] ?? null,
  }));
  const others = (['zero', 'few', 'unknown'] as const).map((id) => ({ id, colour: NO_CLASS[id] }));
  const classes = [...steps, ...others];
  const classOf = (shown: Shown): ColourClass => {
    const at =
      typeof shown === 'number' ? indexOf(breaks, shown) : steps.length + others.findIndex(({ id }) => id === shown);
    return classes[at] ?? others[2] ?? { id: 'unknown', colour: NO_CLASS.unknown };
  };
  return { breaks, classes, classOf, colourOf: (shown) => classOf(shown).colour };
}

/** How many breaks are at or below a value. */
function indexOf(breaks: readonly number[], value: number): number {
  let index = 0;
  while (index < breaks.length && value >= (breaks[index] ?? Number.POSITIVE_INFINITY)) index += 1;
  return index;
}

/** With fewer classes than colours the ends stay light and dark. */
function rampColour(index: number, classes: number): Colour {
  const at = classes === 1 ? 2 : Math.round((index * (RAMP.length - 1)) / (classes - 1));
  return RAMP[at] ?? NO_CLASS.unknown;
}

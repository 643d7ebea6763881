import type { Tier } from '../../geodata/model/tier.ts';

/** A colour as `#rrggbb`. */
export type Colour = `#${string}`;

/** Lightness falls from normal to red, so that the order also holds in grey and for every kind of colour vision. */
export const TIER_COLOURS: Readonly<Record<Tier, Colour>> = {
  red: '#b01e2e',
  orange: '#e08214',
  yellow: '#f2cd5d',
  normal: '#e3ecef',
  grey: '#ececea',
};

/** Five classes from few to many: ColorBrewer YlGnBu with a first step that stands out from the ground. */
export const RAMP: readonly Colour[] = ['#eaf3c0', '#a1dab4', '#41b6c4', '#2c7fb8', '#253494'];

/** Three looks that are no class: nothing happened, it cannot be computed, there is too little to tell. */
export const NO_CLASS = { zero: '#fbfbfa', unknown: '#d9d4e3', few: '#e2e2df' } as const;

export const MAP_COLOURS = {
  ground: '#f1f3f2',
  line: '#ffffff',
  lineAbove: '#8fa1ab',
  outer: '#5b6f7a',
  label: '#24343d',
  halo: '#ffffff',
  focus: '#0f3d4c',
  point: '#5b6f7a',
  pointOfOperator: '#7a1fa2',
} as const;

/** `#rrggbb` as bytes with an opacity 0-255. */
export function bytesOf(colour: Colour, opacity = 255): [number, number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255, opacity];
}

import { bytesOf, type Colour } from './palette.ts';

/** What is drawn over a colour. Named after what it marks: tiers, and values that are missing. */
const PATTERNS = ['orange', 'yellow', 'grey', 'few', 'unknown'] as const;
export type Pattern = (typeof PATTERNS)[number];

export function isPattern(id: string): id is Pattern {
  return PATTERNS.some((pattern) => pattern === id);
}

/** Side of the square tile, in device pixels of a double-density screen. */
export const PATTERN_SIZE = 16;

interface Drawing {
  readonly colour: Colour;
  readonly covers: (x: number, y: number) => boolean;
}

const stripes = (gap: number, width: number) => (x: number, y: number) => (x + y) % gap < width;
const dots = (gap: number, radius: number) => (x: number, y: number) => {
  const half = gap / 2;
  return Math.hypot((x % gap) - half + 0.5, (y % gap) - half + 0.5) < radius;
};

const DRAWINGS: Readonly<Record<Pattern, Drawing>> = {
  orange: { colour: '#9c5200', covers: stripes(16, 3) },
  yellow: { colour: '#a97f00', covers: dots(16, 2.4) },
  grey: { colour: '#c3c6c6', covers: stripes(8, 1) },
  few: { colour: '#b4b8b8', covers: stripes(8, 1) },
  unknown: { colour: '#9d92b3', covers: dots(8, 1.3) },
};

/** The tile as RGBA bytes, transparent between the marks; the same for the map and the legend. */
export function patternPixels(pattern: Pattern): Uint8ClampedArray<ArrayBuffer> {
  const { colour, covers } = DRAWINGS[pattern];
  const pixels = new Uint8ClampedArray(PATTERN_SIZE * PATTERN_SIZE * 4);
  for (let y = 0; y < PATTERN_SIZE; y += 1) {
    for (let x = 0; x < PATTERN_SIZE; x += 1) {
      if (covers(x, y)) pixels.set(bytesOf(colour), (y * PATTERN_SIZE + x) * 4);
    }
  }
  return pixels;
}

import { lookOf } from './look-alikes.ts';
import { nearSoundOf } from './near-sound.ts';
import { readingsOf } from './pinyin.ts';

/** How a name can be like another: read alike but for the tones, written alike, or read nearly alike (n/l, z/zh, in/ing). */
export const LIKENESSES = ['sound', 'look', 'near-sound'] as const;
export type Likeness = (typeof LIKENESSES)[number];

export interface Likenesses {
  /** The ids of all names of as many characters that are like it. */
  find(written: string, how: Likeness): ReadonlySet<number>;
}

/** Ways of reading that are tried for one name: enough for two or three characters of several readings. */
const MOST_READINGS = 16;
const NONE: ReadonlySet<number> = new Set();

/** Names by what they are mistaken for: 罗敦 and 曲中 are heard as 罗墩 and 渠中, 大平 looks like 太平. */
export function createLikenesses(names: Iterable<readonly [name: string, id: number]>): Likenesses {
  const indexes = { sound: new Map(), look: new Map(), 'near-sound': new Map() } as const satisfies Record<
    Likeness,
    Map<string, Set<number>>
  >;
  for (const [name, id] of names) {
    for (const how of LIKENESSES) for (const key of KEYS[how](name)) put(indexes[how], key, id);
  }
  return {
    find(written, how) {
      const index: ReadonlyMap<string, Set<number>> = indexes[how];
      const found = KEYS[how](written).flatMap((key) => index.get(key) ?? []);
      return found.length < 2 ? (found[0] ?? NONE) : new Set(found.flatMap((ids) => [...ids]));
    },
  };
}

const KEYS: Readonly<Record<Likeness, (name: string) => string[]>> = {
  sound: (name) => keysOf(name, readingsOf),
  look: (name) => [[...name].map(lookOf).join('')],
  'near-sound': (name) => keysOf(name, nearReadingsOf),
};

function keysOf(name: string, partsOf: (character: string) => readonly string[]): string[] {
  let keys = [''];
  for (const character of name) {
    const parts = partsOf(character);
    keys =
      parts.length === 1
        ? keys.map((key) => `${key} ${parts[0]}`)
        : keys.flatMap((key) => parts.map((part) => `${key} ${part}`));
    if (keys.length > MOST_READINGS) keys.length = MOST_READINGS;
  }
  return keys;
}

const near = new Map<string, readonly string[]>();

function nearReadingsOf(character: string): readonly string[] {
  let known = near.get(character);
  if (known === undefined) {
    known = [...new Set(readingsOf(character).map(nearSoundOf))];
    near.set(character, known);
  }
  return known;
}

function put(index: Map<string, Set<number>>, key: string, id: number): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, new Set([id]));
  else known.add(id);
}

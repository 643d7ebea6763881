import { readingsOf } from './pinyin.ts';

export interface Homophones {
  /** The ids of all names of as many characters that can be read alike but for the tones. */
  find(written: string): ReadonlySet<number>;
}

/** Ways of reading that are tried for one name: enough for two or three characters of several readings. */
const MOST_READINGS = 16;

/** Names by their sound: 罗敦 finds 罗墩, 曲中 finds 渠中. */
export function createHomophones(names: Iterable<readonly [name: string, id: number]>): Homophones {
  const bySound = new Map<string, Set<number>>();
  for (const [name, id] of names) {
    for (const sound of soundsOf(name)) {
      const known = bySound.get(sound);
      if (known === undefined) bySound.set(sound, new Set([id]));
      else known.add(id);
    }
  }
  return {
    find(written) {
      const ids = new Set<number>();
      for (const sound of soundsOf(written)) for (const id of bySound.get(sound) ?? []) ids.add(id);
      return ids;
    },
  };
}

function soundsOf(name: string): string[] {
  let sounds = [''];
  for (const character of name) {
    const readings = readingsOf(character);
    sounds = sounds.flatMap((sound) => readings.map((reading) => `${sound} ${reading}`)).slice(0, MOST_READINGS);
  }
  return sounds;
}

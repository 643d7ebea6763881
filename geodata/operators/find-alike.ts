import { type Core, compareCores, type Likeness, readCore } from './compare-cores.ts';

export interface AlikePair {
  readonly left: string;
  readonly right: string;
  readonly likeness: Likeness;
}

/** A word that more cores have than this does not bring them together: nearly everybody is called Construction. */
const COMMON = 60;
/** In a larger block only cores near each other in the alphabet are compared. */
const BLOCK = 120;
const WINDOW = 15;
const ENDS = 5;

/**
 * Pairs of company cores that are alike, each once, in alphabetical order. Only cores that share a rare word, a beginning or an end
 * are compared, so that ten thousand take about a second.
 */
export function findAlike(cores: readonly string[]): AlikePair[] {
  const pairs = new Map<string, AlikePair>();
  for (const block of blocksOf([...new Set(cores)].sort().map(readCore))) {
    const reach = block.length > BLOCK ? WINDOW : block.length;
    for (const [i, left] of block.entries()) {
      for (let j = i + 1; j < block.length && j <= i + reach; j += 1) {
        const right = block[j] as Core;
        const likeness = compareCores(left, right);
        if (likeness !== null)
          pairs.set(`${left.text}\n${right.text}`, { left: left.text, right: right.text, likeness });
      }
    }
  }
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
}

function blocksOf(cores: readonly Core[]): Core[][] {
  const shared = new Map<string, Core[]>();
  const put = (key: string, core: Core) => {
    const block = shared.get(key);
    if (block === undefined) shared.set(key, [core]);
    else if (block.at(-1) !== core) block.push(core);
  };
  for (const core of cores) {
    put(`^${core.compact.slice(0, ENDS)}`, core);
    put(`${core.compact.slice(-ENDS)}$`, core);
    put(`=${core.compact}`, core);
    put(`*${core.sorted}`, core);
    for (const word of core.words) if (word.length >= ENDS) put(` ${word}`, core);
  }
  return [...shared]
    .filter(([key, block]) => block.length > 1 && !(key.startsWith(' ') && block.length > COMMON))
    .map(([, block]) => block);
}

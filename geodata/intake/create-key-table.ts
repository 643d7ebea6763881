import { hash64 } from './hash64.ts';

const START = 1 << 12;
const FULLEST = 0.75;

/** What was remembered under a key before: a number, and the line it first stood on. */
export interface KeyTable {
  /** Remembers key → (value, line) when the key is new and returns null; otherwise returns where it is, for `valueAt` and `lineAt`. */
  add(key: string, value: number, line: number): number | null;
  valueAt(slot: number): number;
  setValue(slot: number, value: number): void;
  lineAt(slot: number): number;
}

/**
 * An open-addressing table of 64-bit key hashes in typed arrays: 16 bytes for each slot, 21 to 43 for each key, so that the keys
 * of ten million rows take a third of a gigabyte rather than two in a Map. Two of ten million keys share a hash once in 370,000 files.
 */
export function createKeyTable(): KeyTable {
  let slots = START;
  let used = 0;
  let highs = new Uint32Array(slots);
  let lows = new Uint32Array(slots);
  let values = new Uint32Array(slots);
  /** Zero where the slot is free: lines count from 1. */
  let lines = new Uint32Array(slots);

  function find(high: number, low: number): number {
    let slot = low & (slots - 1);
    while (lines[slot] !== 0 && (lows[slot] !== low || highs[slot] !== high)) slot = (slot + 1) & (slots - 1);
    return slot;
  }

  function put(slot: number, high: number, low: number, value: number, line: number): void {
    highs[slot] = high;
    lows[slot] = low;
    values[slot] = value;
    lines[slot] = line;
  }

  function grow(): void {
    const old = { slots, highs, lows, values, lines };
    slots *= 2;
    [highs, lows, values, lines] = [0, 0, 0, 0].map(() => new Uint32Array(slots)) as [
      Uint32Array<ArrayBuffer>,
      Uint32Array<ArrayBuffer>,
      Uint32Array<ArrayBuffer>,
      Uint32Array<ArrayBuffer>,
    ];
    for (let from = 0; from < old.slots; from += 1) {
      const line = old.lines[from] as number;
      if (line === 0) continue;
      const high = old.highs[from] as number;
      const low = old.lows[from] as number;
      put(find(high, low), high, low, old.values[from] as number, line);
    }
  }

  return {
    add(key, value, line) {
      const [high, low] = hash64(key);
      const slot = find(high, low);
      if (lines[slot] !== 0) return slot;
      put(slot, high, low, value, line);
      used += 1;
      if (used > slots * FULLEST) grow();
      return null;
    },
    valueAt: (slot) => values[slot] as number,
    setValue: (slot, value) => {
      values[slot] = value;
    },
    lineAt: (slot) => lines[slot] as number,
  };
}

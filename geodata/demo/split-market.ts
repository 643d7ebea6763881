import type { Random } from './random.ts';

/** Who gets how much of one village's business. */
export interface Market {
  readonly records: number;
  /** The first seller and how many records he has; none of the others gets as many where that can be avoided. */
  readonly topSeller: number;
  readonly top: number;
  readonly others: readonly number[];
}

/** The seller of each record, in random order. With no others, everything is the first seller's. */
export function splitMarket({ records, topSeller, top, others }: Market, random: Random): number[] {
  const first = others.length === 0 ? records : Math.min(records, top);
  const rest = records - first;
  const most = Math.max(1, first - 1, Math.ceil(rest / Math.max(1, others.length)));
  const active = Math.min(others.length, Math.max(random.whole(7, 16), Math.ceil((1.3 * rest) / most)));
  const sellers = random.shuffled(others).slice(0, active);
  const left = sellers.map(() => most);
  const result = new Array<number>(first).fill(topSeller);
  while (result.length < records) {
    // The smaller of two draws: sellers early in the list do more business than later ones.
    const at = Math.min(random.below(active), random.below(active));
    const open = (left[at] as number) > 0 ? at : left.findIndex((count) => count > 0);
    left[open] = (left[open] as number) - 1;
    result.push(sellers[open] as number);
  }
  return random.shuffled(result);
}

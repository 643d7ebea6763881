import { wilsonInterval } from '../concentration/wilson-interval.ts';
import type { CrsHypothesis, CrsProposal, CrsVerdict } from '../model/crs-api.ts';

/** Fewer named rows than this say less than where the pairs fall; a judgement. */
const ENOUGH_NAMED = 20;

/** What the counts of hypotheses are of, and which of the two counts decides. */
export interface Evidence {
  readonly by: 'inside' | 'agreeing';
  readonly of: number;
}

export interface Judgement {
  readonly verdict: CrsVerdict;
  readonly proposal: CrsProposal | null;
  readonly evidence: Evidence;
  /** Those that the sample does not tell apart from the best, with it. */
  readonly best: readonly CrsHypothesis[];
}

/**
 * Judges by where rows agree with the area that they name, if enough name one and some agree; otherwise by how many fall inside. Two
 * hypotheses are told apart only if the 95 % intervals of their shares do not meet. The first hypothesis is the declared one.
 */
export function judgeHypotheses(
  hypotheses: readonly CrsHypothesis[],
  { tested, named }: { readonly tested: number; readonly named: number },
): Judgement {
  const byName = named >= ENOUGH_NAMED && hypotheses.some(({ agreeing }) => agreeing > 0);
  const evidence: Evidence = byName ? { by: 'agreeing', of: named } : { by: 'inside', of: tested };
  const [declared] = hypotheses;
  const top = [...hypotheses].sort((a, b) => b[evidence.by] - a[evidence.by])[0];
  if (declared === undefined || top === undefined || top[evidence.by] === 0) {
    return { verdict: 'none-fits', proposal: null, evidence, best: [] };
  }
  const best = hypotheses.filter((one) => one === top || meet(one[evidence.by], top[evidence.by], evidence.of));
  if (best.length > 1) return { verdict: 'undecided', proposal: null, evidence, best };
  if (top === declared) return { verdict: 'fits', proposal: null, evidence, best };
  return { verdict: 'other-fits', proposal: { crs: top.crs, swapped: top.swapped }, evidence, best };
}

function meet(fewer: number, more: number, of: number): boolean {
  const [low, high] = [wilsonInterval(more, of)?.low ?? 0, wilsonInterval(fewer, of)?.high ?? 1];
  return low <= high;
}

import { isPlaceholder } from './is-placeholder.ts';

/** What somebody decided about names, as far as counting goes. */
export interface NameDecision {
  readonly verdict: 'merge' | 'separate' | 'hold' | 'nobody' | 'somebody';
  readonly names: readonly string[];
  /** The name that all count as; of merges only. */
  readonly countsAs: string | null;
}

/** Under whom a name counts. */
export interface Standing {
  readonly countsAs: string;
  /** Whether it names nobody: counted as a record, and in nobody's share. */
  readonly nobody: boolean;
}

/**
 * Under whom every name counts, by the decisions in force in the order they were made: the later of two that disagree holds. Merges
 * add up (A as B, B as C: both as C). A name that nobody decided about counts as itself, or as nobody when it is a placeholder.
 */
export function resolveDecisions(decisions: readonly NameDecision[]): (name: string) => Standing {
  const parents = new Map<string, string>();
  const nobody = new Map<string, boolean>();
  const rootOf = (name: string): string => {
    let root = name;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    return root;
  };
  for (const { verdict, names, countsAs } of decisions) {
    if (verdict === 'nobody' || verdict === 'somebody') {
      for (const name of names) nobody.set(name, verdict === 'nobody');
    }
    if (verdict !== 'merge' || countsAs === null) continue;
    // Named again as what others count as, after it counted as one of them: the later decision turns it round.
    if (names.includes(rootOf(countsAs))) parents.delete(countsAs);
    const root = rootOf(countsAs);
    for (const name of names) if (name !== root) parents.set(name, root);
  }
  return (name) => {
    const countsAs = rootOf(name);
    return { countsAs, nobody: nobody.get(name) ?? nobody.get(countsAs) ?? isPlaceholder(countsAs) };
  };
}

import type { ProposalKind } from '../model/operator-api.ts';
import { findAlike } from './find-alike.ts';
import { isCompanyName } from './is-company-name.ts';
import { isPlaceholder } from './is-placeholder.ts';
import { mayBePerson } from './may-be-person.ts';
import { normaliseOperator, type OperatorName } from './normalise-operator.ts';
import { splitJointVenture } from './split-joint-venture.ts';

export interface CountedName {
  readonly name: string;
  readonly records: number;
}

/** Names that may be of one operator; most records first. */
export interface MergeProposal {
  readonly kind: ProposalKind;
  readonly names: readonly string[];
}

interface Known {
  readonly parts: OperatorName;
  readonly core: string;
  readonly records: number;
  readonly venture: boolean;
}

/**
 * Which names of one dataset may be of one operator, and why; the order of the names does not matter. Groups of names that differ in
 * width, case, punctuation and spaces only; then, each such group standing as its most frequent name: equal cores, former names that
 * the source tells, and companies whose cores are alike. Names that may be a person's are proposed in the first group only.
 */
export function proposeMerges(names: readonly CountedName[]): MergeProposal[] {
  const known = names
    .filter(({ name }) => !isPlaceholder(name))
    .map(read)
    .sort((a, b) => b.records - a.records || (a.parts.name < b.parts.name ? -1 : 1));
  const same = groupBy(known, ({ parts }) => parts.plain);
  const firsts = same.map(([first]) => first as Known);
  const byCore = groupBy(firsts.filter(canDifferInForm), ({ core }) => core);
  const proposals: MergeProposal[] = [];
  const propose = (kind: ProposalKind, group: readonly Known[]) => {
    if (group.length > 1) proposals.push({ kind, names: group.map(({ parts }) => parts.name) });
  };
  for (const group of same) propose('same-form', group);
  for (const group of byCore) for (const branch of ofOneBranch(group)) propose('legal-form', branch);
  for (const pair of formerNames(firsts, byCore)) propose('former-name', pair);
  for (const { likeness, pair } of alikeNames(byCore)) propose(likeness, pair);
  return proposals;
}

function read({ name, records }: CountedName): Known {
  const members = splitJointVenture(name);
  const parts = normaliseOperator(name);
  const core =
    members === null
      ? parts.core
      : members
          .map((member) => normaliseOperator(member).core)
          .sort()
          .join(' / ');
  return { parts, core, records, venture: members !== null };
}

const canDifferInForm = ({ parts, venture }: Known): boolean => venture || !mayBePerson(parts);

function groupBy(names: readonly Known[], keyOf: (name: Known) => string): Known[][] {
  const groups = new Map<string, Known[]>();
  for (const name of names) {
    const group = groups.get(keyOf(name));
    if (group === undefined) groups.set(keyOf(name), [name]);
    else group.push(name);
  }
  return [...groups.values()];
}

/** Two branches of one company, (常熟) and (昆山), are two operators; a name without a branch goes with the only one there is. */
function ofOneBranch(group: readonly Known[]): Known[][] {
  const branches = groupBy(group, ({ parts, venture }) => (venture ? '' : parts.branch));
  const named = branches.filter(([first]) => first?.venture === false && first.parts.branch !== '');
  return named.length <= 1 ? [[...group]] : branches;
}

/** Longer than this, a former name that was cut off still tells whom it means. */
const TELLING = 12;

function formerNames(firsts: readonly Known[], byCore: readonly Known[][]): Known[][] {
  const holders = new Map(byCore.map((group) => [group[0]?.core, group[0] as Known]));
  return firsts.flatMap((now) => {
    const { former } = now.parts;
    if (now.venture || former === null || former.length < TELLING || former === now.core) return [];
    const before = holders.get(former);
    return before === undefined || before.venture || before.core === now.core ? [] : [byRecords(now, before)];
  });
}

function alikeNames(byCore: readonly Known[][]): { likeness: ProposalKind; pair: Known[] }[] {
  const companies = byCore
    .map(([first]) => first as Known)
    .filter(({ parts, venture }) => !venture && isCompanyName(parts) && !/\p{Script=Han}/u.test(parts.core));
  const holders = new Map(companies.map((company) => [company.core, company]));
  return findAlike([...holders.keys()]).map(({ left, right, likeness }) => ({
    likeness,
    pair: byRecords(holders.get(left) as Known, holders.get(right) as Known),
  }));
}

const byRecords = (a: Known, b: Known): Known[] =>
  b.records > a.records || (b.records === a.records && b.parts.name < a.parts.name) ? [b, a] : [a, b];

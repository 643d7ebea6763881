import { LIKENESSES, type Likeness } from './create-likenesses.ts';
import type { Finding, Outcome, Stretch } from './finding.ts';
import type { Candidate, CandidateReason, GazetteerNames } from './gazetteer.ts';
import { likeAt, likeStretches } from './match-like-name.ts';
import { stemsUnlikeByOne } from './unlike-by-one.ts';

const MOST = 5;

/**
 * How far a spelling alone speaks for a unit. By construction, not by measurement: the order is what matters. A name as
 * registered 1, another name 0.95, the same sound 0.9, similar characters 0.85, nearly the same sound 0.8, one character different 0.4;
 * a third of these where the unit lies elsewhere than the address says.
 */
const WEIGHTS: Readonly<Record<Likeness | 'name' | 'alias' | 'one-character', number>> = {
  name: 1,
  alias: 0.95,
  sound: 0.9,
  look: 0.85,
  'near-sound': 0.8,
  'one-character': 0.4,
};
const REASONS: Readonly<Record<keyof typeof WEIGHTS, CandidateReason>> = {
  name: 'name',
  alias: 'alias',
  sound: 'sound',
  look: 'look',
  'near-sound': 'sound',
  'one-character': 'look',
};
const ELSEWHERE = 1 / 3;
/** What is missing from an address takes a little from its certainty: no area above is named; one is misspelt. */
const WITHOUT_SUPERIOR = 0.97;
const MISSPELT_SUPERIOR = 0.95;

/**
 * The score of the unit that was found: the weight of its spelling, times what is missing. 1 is the registered name within a
 * town or county that is named.
 */
export function scoreOf({ outcome, superiors, heard }: Finding): number {
  if (outcome.is !== 'found') return 0;
  const place = heard !== null ? MISSPELT_SUPERIOR : superiors.length === 0 ? WITHOUT_SUPERIOR : 1;
  return rounded(WEIGHTS[outcome.by] * place);
}

/**
 * The units that might be meant, best first, at most five. Without a decision each has its weight times its share of all
 * weights, so that two equal ones have half each.
 */
export function weighCandidates(finding: Finding, known: GazetteerNames): Candidate[] {
  const { outcome, mentions } = finding;
  if (outcome.is === 'found') return beside(outcome, finding);
  const weighed = new Map<number, Weighed>();
  const add = (unit: number, by: keyof typeof WEIGHTS, at: Stretch) => {
    const here = !finding.foreign && finding.scope(unit);
    const weight = WEIGHTS[by] * (here ? 1 : ELSEWHERE);
    if ((weighed.get(unit)?.weight ?? 0) < weight) {
      weighed.set(unit, { unit, weight, at, reason: here ? REASONS[by] : 'elsewhere' });
    }
  };
  if (outcome.is === 'ambiguous') for (const { unit, how, at } of outcome.units) add(unit, how, at);
  for (const { units, superiors, start, end } of mentions) {
    if (superiors.length === 0) for (const { unit, how } of units) add(unit, how, { start, end });
  }
  if (
    outcome.is === 'nowhere' ||
    weighed.size === 0 ||
    [...weighed.values()].every(({ reason }) => reason === 'elsewhere')
  ) {
    for (const at of likeStretches(finding, known, true)) {
      for (const how of LIKENESSES) for (const unit of likeAt(finding.text, at, how, known)) add(unit, how, at);
      for (const unit of stemsUnlikeByOne(finding.text.slice(at.start, at.end), finding.superiors, known)) {
        add(unit, 'one-character', at);
      }
    }
  }
  return ranked(finding, [...weighed.values()]);
}

/** The unit that was found, and those elsewhere that have the same name. */
function beside({ unit, by, at }: Outcome & { readonly is: 'found' }, finding: Finding): Candidate[] {
  const found: Weighed = { unit, weight: WEIGHTS[by], reason: REASONS[by], at };
  const mention = finding.mentions.find(({ start }) => start === at.start);
  const others = mention?.units.filter((other) => other.unit !== unit) ?? [];
  if (others.length === 0) return ranked(finding, [found]);
  const weighed = new Map(
    others.map(({ unit, how }): [number, Weighed] => [
      unit,
      { unit, weight: WEIGHTS[how] * ELSEWHERE, reason: 'elsewhere', at },
    ]),
  );
  return ranked(finding, [found, ...weighed.values()]);
}

interface Weighed {
  readonly unit: number;
  readonly weight: number;
  readonly reason: CandidateReason;
  readonly at: Stretch;
}

function ranked(finding: Finding, weighed: readonly Weighed[]): Candidate[] {
  const { outcome, text } = finding;
  const [only] = weighed;
  if (outcome.is === 'found' && weighed.length === 1 && only !== undefined) {
    return [{ areaId: only.unit, score: scoreOf(finding), reason: only.reason, matched: named(text, only.at) }];
  }
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const found = outcome.is === 'found' ? outcome.unit : null;
  const score = scoreOf(finding);
  return weighed
    .map(({ unit, weight, reason, at }) => ({
      areaId: unit,
      score: unit === found ? score : rounded((weight * weight) / total),
      reason,
      matched: named(text, at),
    }))
    .sort((a, b) => Number(b.areaId === found) - Number(a.areaId === found) || b.score - a.score || a.areaId - b.areaId)
    .slice(0, MOST);
}

const named = (text: string, { start, end }: Stretch): string => text.slice(start, end).replaceAll('|', '');
const rounded = (score: number): number => Math.round(score * 1000) / 1000;

import { findMentions, type Mention } from './find-mentions.ts';
import type { Finding, Outcome, Scope, Stretch } from './finding.ts';
import { namesForeignCounty } from './foreign-county.ts';
import type { GazetteerNames, UnitName } from './gazetteer.ts';
import { likeStretches, matchLikeName } from './match-like-name.ts';
import { otherSuperior } from './other-superior.ts';

const NOWHERE = { is: 'nowhere' } as const;

/** Matches one form of an address; see createGazetteer. */
export function matchAddress(text: string, known: GazetteerNames): Finding {
  const mentions = findMentions(text, known.names);
  const written = mentions.flatMap(({ superiors }) => superiors);
  const parentNamed = written.some((id) => known.isParent(id));
  const other = namesForeignCounty(text, mentions)
    ? 'unknown'
    : parentNamed
      ? null
      : otherSuperior(text, mentions, known);
  const heard = other === 'unknown' ? null : other;
  const superiors = heard === null ? written : [...written, ...heard.ids];
  const scope = scopeOf(superiors, known);
  const finding = { text, mentions, heard, superiors, scope, foreign: other === 'unknown' };
  // 昆山市罗墩村: the place before the village is none of ours, so neither is the village.
  if (finding.foreign) return { ...finding, outcome: NOWHERE };
  const naming = mentions.filter((mention) => isUnit(mention, mentions, known));
  const outcome = choose(naming, scope);
  if (naming.some(({ plain }) => !plain)) return { ...finding, outcome };
  // 昆承 in 昆承胡村 is a village elsewhere; here it is the beginning of 昆承湖村, misspelt.
  if (outcome.is === 'nowhere' || isElsewhere(outcome, scope)) {
    const like = matchLikeName(finding, known, superiors.length > 0);
    return { ...finding, outcome: like.is === 'nowhere' ? outcome : like };
  }
  // In 罗敦村陈家宅 the village says more, although misspelt, than a natural village, of which there are many.
  if (naming.every(({ units }) => units.every(({ how }) => how === 'alias'))) {
    const like = matchLikeName(finding, known, false);
    if (like.is === 'found') return { ...finding, outcome: like };
    // And where that village is none that is known, the natural village may be one of the same name elsewhere.
    const before = naming[0]?.start ?? 0;
    if (outcome.is === 'found' && likeStretches(finding, known, false).some(({ end }) => end <= before)) {
      return { ...finding, outcome: { is: 'ambiguous', units: [{ ...outcome, kind: null, how: 'alias' }] } };
    }
  }
  return { ...finding, outcome };
}

/**
 * 董浜 in 董浜旗杆村 is the town, in 董浜镇董浜 the village of the same name. Standing alone it might be either, which is no
 * reason to choose the village.
 */
function isUnit(mention: Mention, mentions: readonly Mention[], known: GazetteerNames): boolean {
  if (mention.units.length === 0) return false;
  if (mention.superiors.length === 0) return true;
  const before = mentions.filter(({ start, units }) => start < mention.start && units.length === 0);
  const named = before.flatMap(({ superiors }) => superiors);
  return mention.units.some(({ unit }) => named.includes(known.ancestorsOf(unit)[0]?.id ?? Number.NaN));
}

/** Within one of the named areas of each level that is named at all. */
function scopeOf(superiors: readonly number[], { ancestorsOf, levelOf }: GazetteerNames): Scope {
  if (superiors.length === 0) return everywhere;
  const levels = superiors.map(levelOf).filter((level, at, all) => all.indexOf(level) === at);
  return (unit) => {
    const above = ancestorsOf(unit);
    for (const level of levels) {
      let within = false;
      for (const area of above) within ||= area.level === level && superiors.includes(area.id);
      if (!within) return false;
    }
    return true;
  };
}

const everywhere: Scope = () => true;

type Named = UnitName & { readonly at: Stretch };

/**
 * What is said most clearly decides; the rest may only settle between candidates: 王庄村 in two towns, but with 陈家宅 in one.
 * A village that is in another town than the one named contradicts it: no one can say which of the two was meant.
 */
function choose(naming: readonly Mention[], scope: Scope): Outcome {
  let candidates: readonly Named[] | null = null;
  for (const mentions of byClarity(naming)) {
    const decided: boolean = candidates !== null;
    for (const { units, start, end } of mentions) {
      const at = { start, end };
      const here = units.filter(({ unit }) => scope(unit)).map((unit) => named(unit, at));
      const both: readonly Named[] = candidates === null ? here : common(candidates, here);
      if (both.length > 0) candidates = both;
      else if (!decided)
        return {
          is: 'ambiguous',
          units: [...(candidates ?? []), ...(here.length > 0 ? here : units.map((unit) => named(unit, at)))],
        };
    }
  }
  const [first] = candidates ?? [];
  if (first === undefined || candidates === null) return NOWHERE;
  if (candidates.some(({ unit }) => unit !== first.unit)) return { is: 'ambiguous', units: candidates };
  const best = candidates.find(({ how }) => how === 'name') ?? first;
  return { is: 'found', by: best.how, unit: best.unit, at: best.at };
}

const named = ({ unit, kind, how }: UnitName, at: Stretch): Named => ({ unit, kind, how, at });

/** Whether the only units that could be meant lie elsewhere than the address says. */
const isElsewhere = (outcome: Outcome, scope: Scope): boolean =>
  outcome.is === 'ambiguous' && !outcome.units.some(({ unit }) => scope(unit));

/** With 村 or 社区 first, then bare names, then bare aliases: hamlets of the same name are everywhere. */
function byClarity(naming: readonly Mention[]): Mention[][] {
  const isName = ({ units }: Mention) => units.some(({ how }) => how === 'name');
  return [
    naming.filter(({ plain }) => !plain),
    naming.filter((mention) => mention.plain && isName(mention)),
    naming.filter((mention) => mention.plain && !isName(mention)),
  ].filter((mentions) => mentions.length > 0);
}

function common(some: readonly Named[], others: readonly Named[]): Named[] {
  const ids = new Set(others.map(({ unit }) => unit));
  return some.filter(({ unit }) => ids.has(unit));
}

import { findMentions, type Mention } from './find-mentions.ts';
import type { AddressMatch, GazetteerNames, UnitName } from './gazetteer.ts';
import { matchHomophone } from './match-homophone.ts';
import { otherSuperior } from './other-superior.ts';

const NOT_MATCHED = { problem: 'address-not-matched' } as const;
const AMBIGUOUS = { problem: 'address-ambiguous' } as const;

/** Whether a unit lies where the address says. */
export type Scope = (unit: number) => boolean;

/** Matches one form of an address; see createGazetteer. */
export function matchAddress(text: string, known: GazetteerNames): AddressMatch {
  const mentions = findMentions(text, known.names);
  const written = mentions.flatMap(({ superiors }) => superiors);
  const parentNamed = written.some((id) => known.isParent(id));
  const other = parentNamed ? null : otherSuperior(text, mentions, known);
  // 昆山市罗墩村: the place before the village is none of ours, so neither is the village.
  if (other === 'unknown') return NOT_MATCHED;
  const superiors = other === null ? written : [...written, ...other];
  const scope = scopeOf(superiors, known);
  const naming = mentions.filter((mention) => isUnit(mention, mentions, known));
  const outcome = choose(naming, scope);
  // 昆承 in 昆承胡村 is a village elsewhere; here it is the beginning of 昆承湖村, misspelt.
  const settled = outcome !== NOT_MATCHED || naming.some(({ plain }) => !plain);
  return settled ? outcome : matchHomophone(text, { mentions, scope, narrowed: superiors.length > 0 }, known);
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
  const levels = new Set(superiors.map(levelOf));
  return (unit) => {
    const named = ancestorsOf(unit).filter(({ id }) => superiors.includes(id));
    return new Set(named.map(({ level }) => level)).size === levels.size;
  };
}

/** What is said most clearly decides; the rest may only settle between candidates: 王庄村 in two towns, but with 陈家宅 in one. */
function choose(naming: readonly Mention[], scope: Scope): AddressMatch {
  let candidates: readonly UnitName[] | null = null;
  for (const mentions of byClarity(naming)) {
    const decided: boolean = candidates !== null;
    for (const { units } of mentions) {
      const here = units.filter(({ unit }) => scope(unit));
      const both: readonly UnitName[] = candidates === null ? here : common(candidates, here);
      if (both.length > 0) candidates = both;
      else if (!decided) return here.length === 0 ? NOT_MATCHED : AMBIGUOUS;
    }
  }
  const [first] = candidates ?? [];
  if (first === undefined) return NOT_MATCHED;
  if (candidates?.some(({ unit }) => unit !== first.unit)) return AMBIGUOUS;
  return { areaId: first.unit, how: candidates?.some(({ how }) => how === 'name') ? 'name' : 'alias' };
}

/** With 村 or 社区 first, then bare names, then bare aliases: hamlets of the same name are everywhere. */
function byClarity(naming: readonly Mention[]): Mention[][] {
  const isName = ({ units }: Mention) => units.some(({ how }) => how === 'name');
  return [
    naming.filter(({ plain }) => !plain),
    naming.filter((mention) => mention.plain && isName(mention)),
    naming.filter((mention) => mention.plain && !isName(mention)),
  ].filter((mentions) => mentions.length > 0);
}

function common(some: readonly UnitName[], others: readonly UnitName[]): UnitName[] {
  const ids = new Set(others.map(({ unit }) => unit));
  return some.filter(({ unit }) => ids.has(unit));
}

import {
  AFTER_BARE_NAME,
  follows,
  HOUSE_ON_ROAD,
  mayBeginAt,
  OF_NO_VILLAGE,
  ROAD,
  splitsWord,
  VILLAGE_OWN,
} from './address-text.ts';
import type { NameTrie } from './create-name-trie.ts';
import type { Stretch } from './finding.ts';
import type { PlaceName, UnitName } from './gazetteer.ts';
import type { UnitKind } from './split-unit-name.ts';

/** A stretch of an address that names village units or areas above them; `plain` when the unit stands without 村 or 社区. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly units: readonly UnitName[];
  readonly superiors: readonly number[];
  readonly plain: boolean;
}

const ENDING =
  /(?:嘎查)?村?(?:村民委员会|村委会|村委)|嘎查村?|行政村|(?:社区)?(?:居民委员会|居委会|居委)|社区(?:村民委员会|村委会)?|村/y;

const ENDS_AS_ROAD = /[路街弄道]/;

/**
 * The places an address names, from left to right and without overlaps: the longer name wins, then the one of the smaller
 * place, then the left one. A name must begin where a name can begin, so that 罗墩村 is not found within 大罗墩村.
 */
export function findMentions(text: string, names: NameTrie<PlaceName>): Mention[] {
  const found: Mention[] = [];
  const ends = new Set<number>();
  for (let start = 0; start < text.length; start += 1) {
    if (!ends.has(start) && !mayBeginAt(text, start)) continue;
    for (const match of names.matchesAt(text, start)) {
      if (splitsWord(text, match.end)) continue;
      for (const mention of readMatch(text, start, match, names)) {
        found.push(mention);
        ends.add(mention.end);
      }
    }
  }
  return withoutOverlaps(found);
}

function readMatch(
  text: string,
  start: number,
  { end, values }: { end: number; values: readonly PlaceName[] },
  names: NameTrie<PlaceName>,
): Mention[] {
  const mentions: Mention[] = [];
  const units = values.filter((value) => 'unit' in value);
  const ending = units.length > 0 ? endingAt(text, end) : null;
  if (ending !== null && !follows(ROAD, text, ending.end)) {
    mentions.push({ start, end: ending.end, units: ofKind(units, ending.kind), superiors: [], plain: false });
  }
  const bare = ending === null && units.length > 0 && mayEndAt(text, { start, end }, names) ? units : [];
  const isRoad = follows(ROAD, text, end);
  const superiors = values.flatMap((value) => ('superior' in value && (value.full || !isRoad) ? [value.superior] : []));
  if (bare.length > 0 || superiors.length > 0) mentions.push({ start, end, units: bare, superiors, plain: true });
  return mentions;
}

function mayEndAt(text: string, { start, end }: Stretch, names: NameTrie<PlaceName>): boolean {
  if (follows(ROAD, text, end)) return false;
  if (ENDS_AS_ROAD.test(text[end - 1] as string) && follows(HOUSE_ON_ROAD, text, end)) return false;
  if (follows(VILLAGE_OWN, text, end)) return !OF_NO_VILLAGE.test(text.slice(start, end));
  return follows(AFTER_BARE_NAME, text, end) || names.matchesAt(text, end).length > 0;
}

/** 村, 社区 and all their long forms at a position: where they end, and which of the two they are. */
export function endingAt(text: string, at: number): { end: number; kind: UnitKind } | null {
  ENDING.lastIndex = at;
  const ending = ENDING.exec(text)?.[0];
  if (ending === undefined) return null;
  return { end: at + ending.length, kind: /社区|居/.test(ending) ? '居' : '村' };
}

/** 新光村 and 新光社区 may be two; where only one of them exists, people use either ending for it. */
function ofKind(units: readonly UnitName[], kind: UnitKind): readonly UnitName[] {
  const same = units.filter((unit) => unit.kind === kind);
  return same.length > 0 ? same : units;
}

function withoutOverlaps(found: readonly Mention[]): Mention[] {
  if (found.length < 2) return [...found];
  const best = [...found].sort(
    (a, b) =>
      b.end - b.start - (a.end - a.start) ||
      Number(b.units.length > 0) - Number(a.units.length > 0) ||
      a.start - b.start,
  );
  const kept: Mention[] = [];
  for (const mention of best) {
    if (kept.every(({ start, end }) => mention.end <= start || mention.start >= end)) kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start);
}

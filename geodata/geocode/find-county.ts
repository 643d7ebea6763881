import { addressTexts, follows, mayBeginAt, ROAD, splitsWord } from './address-text.ts';
import { createNameTrie } from './create-name-trie.ts';
import { FORMER_COUNTIES } from './former-counties.ts';
import { stemsOfSuperior } from './stems-of-superior.ts';
import { wordsOf } from './words-of.ts';

/** A county of the register; `city` is null in municipalities and for counties directly below their province. */
export interface CountyEntry {
  readonly code: string;
  readonly name: string;
  readonly city: string | null;
  readonly province: string;
}

export type FoundCounty =
  | { readonly county: CountyEntry; readonly how: 'name' | 'former' | 'short' | 'city' }
  | { readonly problem: 'county-not-named' | 'county-ambiguous'; readonly candidates: readonly CountyEntry[] };

type Named =
  | { readonly above: string; readonly full: boolean }
  | { readonly county: CountyEntry; readonly how: 'name' | 'former' | 'short' };

const MOST = 5;

/**
 * Finds the county of any Chinese address: by its name, in full or for short (昆山, 西湖), in Chinese or in pinyin, or by the one
 * it had. A name that several prefectures have (鼓楼区) needs its city or province beside it; a city that has no counties is its
 * own. The first county that lies in the city that is named counts: what follows is streets and houses.
 */
export function createCountyFinder(counties: readonly CountyEntry[]): (address: string) => FoundCounty {
  const names = createNameTrie<Named>();
  const above = new Map<string, CountyEntry[]>();
  for (const county of counties) {
    addForms(county.name, (form, full) => names.add(form, { county, how: full ? 'name' : 'short' }));
    const city = stemsOfSuperior(county.city ?? county.province)[0] ?? '';
    // 苏州工业园区 is written 苏州市工业园区 too.
    if (county.name.startsWith(city) && county.name.length >= city.length + 3) {
      names.add(county.name.slice(city.length), { county, how: 'short' });
    }
    for (const superior of [county.city, county.province]) {
      if (superior === null) continue;
      const known = above.get(superior);
      if (known) known.push(county);
      else above.set(superior, [county]);
    }
  }
  for (const superior of above.keys()) addForms(superior, (form, full) => names.add(form, { above: superior, full }));
  for (const [former, city, now] of FORMER_COUNTIES) {
    const county = counties.find((one) => one.name === now && (one.city ?? one.province).startsWith(city));
    if (county) names.add(former, { county, how: 'former' });
  }

  return (address) => {
    const text = addressTexts(address)[0] ?? '';
    const said = mentionsOf(text);
    // Each narrows what those before it left; one that leaves nothing (a later 湖州市) belongs to a street.
    const superiors = said.flatMap((one) => ('above' in one ? [one.above] : []));
    let scope: readonly CountyEntry[] = counties;
    for (const superior of superiors) {
      const within = new Set(above.get(superior));
      const both = scope.filter((county) => within.has(county));
      if (both.length > 0) scope = both;
    }
    const inScope = new Set(scope);
    const named = said.filter((one) => 'county' in one).filter(({ county }) => inScope.has(county));
    for (const how of ['name', 'former', 'short'] as const) {
      const first = named.find((one) => one.how === how);
      if (first === undefined) continue;
      const same = named.filter((one) => one.how === how && one.start === first.start);
      const found = [...new Set(same.map(({ county }) => county))];
      if (found.length > 1) return { problem: 'county-ambiguous', candidates: found.slice(0, MOST) };
      return { county: first.county, how };
    }
    const [only] = scope;
    if (scope.length === 1 && only !== undefined) return { county: only, how: 'city' };
    return { problem: 'county-not-named', candidates: superiors.length > 0 ? scope.slice(0, MOST) : [] };
  };

  /** All names in the text, left to right, the longest at each position. */
  function mentionsOf(text: string): (Named & { readonly start: number })[] {
    const said: (Named & { readonly start: number })[] = [];
    let end = 0;
    for (let start = 0; start < text.length; start += 1) {
      if (start < end || (start !== end && !mayBeginAt(text, start))) continue;
      const longest = names
        .matchesAt(text, start)
        .filter((match) => !splitsWord(text, match.end) && !isRoad(text, start, match.end))
        .at(-1);
      if (longest === undefined) continue;
      for (const value of longest.values) said.push({ ...value, start });
      end = longest.end;
    }
    return said;
  }
}

/** 南京 in 南京西路 is a road; 港闸区 in 港闸区北大街 is not. */
const isRoad = (text: string, start: number, end: number): boolean =>
  !/[省市县区旗州盟]$/.test(text.slice(start, end)) && follows(ROAD, text, end);

/** A name in full, for short and in pinyin: 海门市, 海门, haimencity. */
function addForms(name: string, add: (form: string, full: boolean) => void): void {
  add(name, true);
  const stems = stemsOfSuperior(name);
  // 浦东新区 is 浦东 and 浦东区 too.
  if (/\p{Script=Han}{2}新区$/u.test(name)) stems.push(name.slice(0, -2), `${name.slice(0, -2)}区`);
  for (const stem of stems) {
    if (stem === name) continue;
    add(stem, false);
    for (const words of wordsOf(stem, name)) add(words, true);
  }
}
